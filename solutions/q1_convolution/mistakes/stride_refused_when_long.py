"""A stride for which there is no room is refused as an error, although the first window needs no step."""

from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = (
    "How many windows of 2 squares with a stride of 9 are there on 3 squares? "
    "Ask your function for a stride that is longer than the image."
)
HINT_FA = "روی ۳ خانه چند پنجرهٔ دوخانه‌ای با گام ۹ جا می‌شود؟ گامی درازتر از تصویر به تابع خود بدهید."
SENTENCE_FA = "گامی که برایش جا نیست خطا شمرده شده است، با آنکه پنجرهٔ نخست به هیچ گامی نیاز ندارد."


def conv2d(x, kernel, stride=1, padding=0):
    room = min(n + 2 * padding - k + 1 for n, k in zip(x.shape[-2:], kernel.shape[-2:], strict=True))
    if stride > room:
        raise ValueError("the stride does not fit into the image")
    return right_conv2d(x, kernel, stride=stride, padding=padding)
