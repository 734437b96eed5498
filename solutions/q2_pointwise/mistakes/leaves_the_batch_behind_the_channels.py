"""Channels are moved first, which is right, but the result is reshaped to (N, F1, H,
W) while its first axis is still F1."""

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = (
    "Send the images a and b through the layer alone and as a batch of two: "
    "are out[0] and out[1] what you got for a and for b?"
)
HINT_FA = (
    "تصویرهای a و b را یک بار جداگانه و یک بار در یک دستهٔ دوتایی به لایه بدهید: "
    "آیا out[0] و out[1] همان خروجی‌های a و b است؟"
)
SENTENCE_FA = (
    "کانال‌ها به‌درستی اول آمده‌اند، ولی حاصل با reshape به شکل (N, F1, H, "
    "W) درآمده است، با آنکه محور نخستش هنوز F1 است."
)


def conv1x1(x, w):
    n, f, h, width = x.shape
    pixels = x.transpose(1, 0, 2, 3).reshape(f, -1)
    return (w @ pixels).reshape(n, len(w), h, width)
