"""A pooling layer always moves by its own size, whatever stride it is given."""

from q3_parameters import _maxpool2d as right_maxpool2d

RUNG = "summary"
HINT_EN = "Pool a row of 5 pixels with windows of 3 and stride 1. Where do the windows start?"
HINT_FA = "یک سطر ۵ پیکسلی را با پنجره‌های ۳تایی و گام ۱ ادغام کنید. پنجره‌ها از کجا شروع می‌شوند؟"


def _maxpool2d(shape, layer):
    return right_maxpool2d(shape, {**layer, "stride": None})
