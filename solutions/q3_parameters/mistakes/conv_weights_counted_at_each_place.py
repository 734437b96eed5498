"""Weights are counted again at each place where the kernel stops, as if they weren't shared (or
multiplications were asked for).
"""

from q3_parameters import _conv2d as right_conv2d

RUNG = "summary"
HINT_EN = "Show the same layer a bigger image. Does it have to learn more numbers?"
HINT_FA = "به همین لایه تصویر بزرگ‌تری نشان دهید. آیا باید عددهای بیشتری یاد بگیرد؟"
SENTENCE_FA = (
    "وزن‌ها در هر جایی که هسته می‌ایستد دوباره شمرده شده‌اند، گویی مشترک نیستند (یا تعداد ضرب‌ها خواسته شده است)."
)


def _conv2d(shape, layer):
    (oh, ow, filters), parameters = right_conv2d(shape, layer)
    return (oh, ow, filters), oh * ow * parameters
