"""The padding of a pooling layer is ignored: it is always 'valid'."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = (
    "Ask for the same pooling of 5 pixels by 2 with 'valid' and with 'same'. Do you get different sizes?"
)
HINT_FA = "یک ادغام ۲تایی از ۵ پیکسل را با 'valid' و با 'same' بخواهید. آیا اندازه‌ها متفاوت می‌شوند؟"
SENTENCE_FA = "لایه‌گذاری لایهٔ ادغام نادیده گرفته شده است: همیشه 'valid' است."


def summary(input_shape, layers):
    return right_summary(
        input_shape,
        [{**layer, "padding": "valid"} if layer["kind"] == "maxpool2d" else layer for layer in layers],
    )
