"""A convolution gives as many channels as it gets."""

from q3_parameters import _conv2d as right_conv2d

RUNG = "summary"
HINT_EN = "One kernel gives one feature map. How many maps come out of a layer with 3 kernels?"
HINT_FA = "هر هسته یک نقشهٔ ویژگی می‌دهد. از لایه‌ای با ۳ هسته چند نقشه بیرون می‌آید؟"
SENTENCE_FA = "کانولوشن به همان تعداد کانالی که می‌گیرد کانال می‌دهد."


def _conv2d(shape, layer):
    (oh, ow, _), parameters = right_conv2d(shape, layer)
    return (oh, ow, shape[2]), parameters
