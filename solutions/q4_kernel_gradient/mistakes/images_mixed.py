"""Images and upstream gradients are summed over the batch separately,
so one image's upstream gradient meets another's pixels."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("stride",)
HINT_EN = (
    "Give the first of two images an upstream gradient of zeros. Does that image still have an influence?"
)
HINT_FA = "به تصویر اول از دو تصویر گرادیان بالادستِ تماماً صفر بدهید. آیا آن تصویر هنوز اثری دارد؟"
SENTENCE_FA = (
    "تصویرها و گرادیان‌های بالادست جدا از هم روی دسته جمع شده‌اند، "
    "پس گرادیان بالادستِ یک تصویر به پیکسل‌های تصویری دیگر می‌رسد."
)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 4:
        x, grad_out = x.sum(axis=0, keepdims=True), grad_out.sum(axis=0, keepdims=True)
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
