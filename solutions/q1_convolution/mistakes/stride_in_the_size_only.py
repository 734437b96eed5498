"""The output has the size for the stride, but the windows still move on by one."""

from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = (
    "Convolve [[1, 2, 3, 4, 5]] with [[1]] and stride=2. Which numbers of the image does the output show?"
)
HINT_FA = "کانولوشن [[1, 2, 3, 4, 5]] با [[1]] را با stride=2 بگیرید. خروجی کدام عددهای تصویر را نشان می‌دهد؟"
SENTENCE_FA = "اندازهٔ خروجی با گام جور است، ولی پنجره‌ها همچنان یکی‌یکی پیش می‌روند."


def conv2d(x, kernel, stride=1, padding=0):
    slow = right_conv2d(x, kernel, padding=padding)
    oh, ow = (slow.shape[-2] - 1) // stride + 1, (slow.shape[-1] - 1) // stride + 1
    return slow[..., :oh, :ow]
