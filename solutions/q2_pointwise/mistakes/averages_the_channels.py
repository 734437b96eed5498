"""The weighted channels are averaged instead of added up."""

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = (
    "Take a pixel whose three channels are all 1, and w = [[1, 1, 1]]: "
    "how much is 1 + 1 + 1, and how much do you get?"
)
HINT_FA = "پیکسلی را با سه کانال برابر 1 و w = [[1, 1, 1]] بگیرید: 1 + 1 + 1 چند است و شما چند می‌گیرید؟"
SENTENCE_FA = "به‌جای جمع کانال‌های وزن‌دار، میانگین آن‌ها گرفته شده است."


def conv1x1(x, w):
    return (x[:, None] * w[None, :, :, None, None]).mean(axis=2)
