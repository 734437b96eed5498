"""The stride of a 'valid' convolution is applied to the height only."""

from q3_parameters import _places

RUNG = "summary"
HINT_EN = "Leave the padding at 'valid' and turn the image by 90 degrees. Does your output shape turn too?"
HINT_FA = "لایه‌گذاری را 'valid' بگذارید و تصویر را ۹۰ درجه بچرخانید. آیا شکل خروجی شما هم می‌چرخد؟"
SENTENCE_FA = "گام کانولوشن 'valid' فقط روی ارتفاع به کار رفته است."


def _conv2d(shape, layer):
    h, w, c_in = shape
    (kh, kw), filters, padding = layer["kernel"], layer["filters"], layer.get("padding", "valid")
    stride = layer.get("stride", 1)
    across = stride if padding == "same" else 1
    out = (_places(h, kh, stride, padding), _places(w, kw, across, padding), filters)
    return out, filters * (kh * kw * c_in + layer.get("use_bias", True))
