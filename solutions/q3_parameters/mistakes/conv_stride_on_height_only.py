"""A convolution's stride is applied to the height only."""

from q3_parameters import _places

RUNG = "summary"
HINT_EN = "Turn the image by 90 degrees, and the kernel with it. Does your output shape turn too?"
HINT_FA = "تصویر و هسته را با هم ۹۰ درجه بچرخانید. آیا شکل خروجی شما هم می‌چرخد؟"
SENTENCE_FA = "گام کانولوشن فقط روی ارتفاع به کار رفته است."


def _conv2d(shape, layer):
    h, w, c_in = shape
    (kh, kw), filters, padding = layer["kernel"], layer["filters"], layer.get("padding", "valid")
    out = (_places(h, kh, layer.get("stride", 1), padding), _places(w, kw, 1, padding), filters)
    return out, filters * (kh * kw * c_in + layer.get("use_bias", True))
