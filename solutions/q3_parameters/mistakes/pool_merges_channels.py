"""Pooling takes the maximum over the channels too."""

from q3_parameters import _maxpool2d as right_maxpool2d

RUNG = "summary"
HINT_EN = "Pool an RGB image. Is the result still in colour?"
HINT_FA = "یک تصویر RGB را ادغام کنید. آیا نتیجه هنوز رنگی است؟"
SENTENCE_FA = "ادغام بیشینه را روی کانال‌ها هم گرفته است."


def _maxpool2d(shape, layer):
    (oh, ow, _), parameters = right_maxpool2d(shape, layer)
    return (oh, ow, 1), parameters
