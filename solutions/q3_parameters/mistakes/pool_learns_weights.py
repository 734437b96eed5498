"""A pooling window is counted as a kernel with weights and a bias."""

from q3_parameters import _maxpool2d as right_maxpool2d

RUNG = "summary"
HINT_EN = "What would change in a pooling layer after a year of training?"
HINT_FA = "پس از یک سال آموزش، چه چیزی در یک لایهٔ ادغام تغییر می‌کند؟"
SENTENCE_FA = "پنجرهٔ ادغام هسته‌ای با وزن و بایاس شمرده شده است."


def _maxpool2d(shape, layer):
    ph, pw = layer["pool"]
    return right_maxpool2d(shape, layer)[0], shape[2] * (ph * pw + 1)
