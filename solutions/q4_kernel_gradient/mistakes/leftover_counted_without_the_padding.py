"""The pixels that the stride leaves over are counted on the image without its padding."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "stride"
HINT_EN = (
    "Take a row of 10 pixels, padding=1, a kernel of 3 and stride=3. "
    "How many pixels are left over, with the zeros on both sides?"
)
HINT_FA = (
    "یک سطر ۱۰ پیکسلی، padding=1، هسته‌ای به طول ۳ و stride=3 بگیرید. با صفرهای دو طرف چند پیکسل جا می‌ماند؟"
)
SENTENCE_FA = "پیکسل‌هایی که گام جا می‌گذارد روی تصویر بدون لایه‌گذاری شمرده شده‌اند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    shape = list(kernel_shape)
    for axis in (-2, -1):
        room = x.shape[axis] - shape[axis]
        shape[axis] += (room + 2 * padding) % stride - room % stride
    return right_grad(x, grad_out, tuple(shape), stride=stride, padding=padding)
