"""With a single filter, the axis of the output channels disappears."""

from q2_pointwise import conv1x1 as right_conv1x1

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Print the shape of conv1x1(x, w) for a w with one row. How many axes must it have?"
HINT_FA = "شکل conv1x1(x, w) را برای w با یک سطر چاپ کنید. چند محور باید داشته باشد؟"
SENTENCE_FA = "با تنها یک فیلتر، محور کانال‌های خروجی ناپدید می‌شود."


def conv1x1(x, w):
    out = right_conv1x1(x, w)
    return out[:, 0] if len(w) == 1 else out
