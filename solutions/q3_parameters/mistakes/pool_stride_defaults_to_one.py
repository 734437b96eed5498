"""A pooling layer without a stride moves by one pixel."""

from q3_parameters import _maxpool2d as right_maxpool2d

RUNG = "summary"
HINT_EN = "Pool a row of 4 pixels with windows of 2 and no stride given. How many windows does the statement promise?"
HINT_FA = "یک سطر ۴ پیکسلی را با پنجره‌های ۲تایی و بدون گام ادغام کنید. صورت سؤال چند پنجره وعده می‌دهد؟"


def _maxpool2d(shape, layer):
    return right_maxpool2d(shape, {**layer, "stride": layer.get("stride") or 1})
