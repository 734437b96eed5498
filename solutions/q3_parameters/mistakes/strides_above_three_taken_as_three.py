"""A stride above 3 is taken as 3."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Print summary((7, 7, 1), [{'kind': 'conv2d', 'filters': 1, 'kernel': (1, 1), 'stride': 4}])."
HINT_FA = (
    "مقدار summary((7, 7, 1), [{'kind': 'conv2d', 'filters': 1, 'kernel': (1, 1), 'stride': 4}]) را چاپ کنید."
)
SENTENCE_FA = "گام بالاتر از ۳ به صورت ۳ گرفته می‌شود."


def summary(input_shape, layers):
    short = [
        {**layer, "stride": min(layer["stride"], 3)} if layer.get("stride") else layer for layer in layers
    ]
    return right_summary(input_shape, short)
