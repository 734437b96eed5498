"""A pooling layer always moves by its own size, whatever stride it is given."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Pool a row of 5 pixels with windows of 3 and stride 1. Where do the windows start?"
HINT_FA = "یک سطر ۵ پیکسلی را با پنجره‌های ۳تایی و گام ۱ ادغام کنید. پنجره‌ها از کجا شروع می‌شوند؟"
SENTENCE_FA = "لایهٔ ادغام، هر گامی که بگیرد، همیشه به اندازهٔ خودش حرکت می‌کند."


def summary(input_shape, layers):
    return right_summary(
        input_shape,
        [{**layer, "stride": None} if layer["kind"] == "maxpool2d" else layer for layer in layers],
    )
