"""The upstream gradient is turned around before it slides over the image (scipy's convolve2d)."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = (
    "Put the upstream 1 into the first row only: do you get a window from the top of the image or from the "
    "bottom?"
)
HINT_FA = "عدد 1ِ گرادیان بالادست را فقط در سطر اول بگذارید: پنجره‌ای از بالای تصویر می‌گیرید یا از پایین آن؟"
SENTENCE_FA = "گرادیان بالادست پیش از لغزیدن روی تصویر وارونه شده است (convolve2d در scipy)."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return right_grad(x, grad_out[..., ::-1, ::-1], kernel_shape, stride=stride, padding=padding)
