"""The upstream gradient of all images is put into one matrix by reshape, which mixes images and filters."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("padding", "stride")
HINT_EN = (
    "np.arange(8).reshape(2, 2, 2) has the axes (image, filter, output). "
    "Print its reshape(2, -1): is row 0 all of filter 0?"
)
HINT_FA = (
    "محورهای np.arange(8).reshape(2, 2, 2) را (تصویر، فیلتر، خروجی) بگیرید. reshape(2, -1) آن را چاپ کنید: "
    "آیا سطر ۰ همهٔ فیلتر ۰ است؟"
)
SENTENCE_FA = (
    "گرادیان بالادست همهٔ تصویرها با reshape در یک ماتریس گذاشته شده است که تصویرها و فیلترها را درهم می‌کند."
)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 4:
        n, f, oh, ow = grad_out.shape
        grad_out = grad_out.reshape(f, n, oh, ow).swapaxes(0, 1)
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
