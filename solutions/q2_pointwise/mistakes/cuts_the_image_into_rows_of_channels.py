"""The image is reshaped to (N*H*W, F) without moving the channels last,
so neighbours in space are mixed as if they were channels."""

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = (
    "Print x.reshape(-1, F)[0] for an image whose first channel is all zeros and whose second is all ones: "
    "are these the channels of one pixel?"
)
HINT_FA = (
    "برای تصویری که کانال اولش سراسر صفر و کانال دومش سراسر یک است، x.reshape(-1, F)[0] را چاپ کنید: "
    "آیا اینها کانال‌های یک پیکسل‌اند؟"
)
SENTENCE_FA = (
    "تصویر بی‌آنکه کانال‌ها به آخر بروند با reshape به شکل (N*H*W, "
    "F) درآمده است، پس همسایه‌های مکانی مانند کانال با هم آمیخته‌اند."
)


def conv1x1(x, w):
    n, f, h, width = x.shape
    pixels = x.reshape(-1, f) @ w.T
    return pixels.reshape(n, h, width, len(w)).transpose(0, 3, 1, 2)
