"""The padding of a pooling layer is ignored: it is always 'valid'."""

from q3_parameters import _maxpool2d as right_maxpool2d

RUNG = "summary"
HINT_EN = "Ask for the same pooling of 5 pixels by 2 with 'valid' and with 'same'. Do you get different sizes?"
HINT_FA = "یک ادغام ۲تایی از ۵ پیکسل را با 'valid' و با 'same' بخواهید. آیا اندازه‌ها متفاوت می‌شوند؟"


def _maxpool2d(shape, layer):
    return right_maxpool2d(shape, {**layer, "padding": "valid"})
