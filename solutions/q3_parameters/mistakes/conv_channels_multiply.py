"""Each filter is applied to each channel by itself, so channels multiply."""

from q3_parameters import _conv2d as right_conv2d

RUNG = "summary"
HINT_EN = (
    "One kernel over an RGB image: one feature map or three? Remember that the three channels are added up."
)
HINT_FA = "یک هسته روی تصویر RGB: یک نقشهٔ ویژگی یا سه تا؟ یادتان باشد که سه کانال با هم جمع می‌شوند."
SENTENCE_FA = "هر فیلتر جداگانه روی هر کانال به کار رفته است، پس تعداد کانال‌ها در هم ضرب می‌شود."


def _conv2d(shape, layer):
    (oh, ow, filters), parameters = right_conv2d(shape, layer)
    return (oh, ow, filters * shape[2]), parameters
