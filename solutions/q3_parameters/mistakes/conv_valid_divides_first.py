"""A 'valid' convolution takes the size at stride 1, divides it by the stride and rounds down."""

from q3_parameters import _places

RUNG = "summary"
HINT_EN = "5 pixels, a kernel of 3, stride 2: it starts at 0 and at 2. What does your formula count?"
HINT_FA = "۵ پیکسل، هستهٔ ۳تایی، گام ۲: هسته از ۰ و ۲ شروع می‌شود. فرمول شما چند تا می‌شمارد؟"
SENTENCE_FA = "کانولوشن 'valid' اندازهٔ گام ۱ را بر گام تقسیم و رو به پایین گرد می‌کند."


def _conv2d(shape, layer):
    h, w, c_in = shape
    (kh, kw), filters = layer["kernel"], layer["filters"]
    stride, padding = layer.get("stride", 1), layer.get("padding", "valid")
    if padding == "valid":
        out = ((h - kh + 1) // stride, (w - kw + 1) // stride, filters)
    else:
        out = (_places(h, kh, stride, padding), _places(w, kw, stride, padding), filters)
    return out, filters * (kh * kw * c_in + layer.get("use_bias", True))
