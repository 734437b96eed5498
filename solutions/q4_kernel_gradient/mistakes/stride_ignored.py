"""The slice is contiguous: the windows are taken one pixel apart, whatever the stride."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "stride"
HINT_EN = (
    "With a 1x4 image, a 1x2 kernel and stride 2, which two pixels does the first weight meet? "
    "Print the slice that you take for it."
)
HINT_FA = "با تصویر 1x4، هستهٔ 1x2 و گام 2، وزن اول به کدام دو پیکسل می‌رسد؟ برشی را که برایش می‌گیرید چاپ کنید."
SENTENCE_FA = "برش پیوسته است: گام هر چه باشد، پنجره‌ها به فاصلهٔ یک پیکسل گرفته شده‌اند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return right_grad(x, grad_out, kernel_shape, stride=1, padding=padding)
