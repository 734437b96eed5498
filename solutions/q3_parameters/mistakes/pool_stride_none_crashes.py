"""A pooling stride that is there but None is taken for a number."""

from q3_parameters import _places

RUNG = "summary"
HINT_EN = "What does layer.get('stride', 2) give when the key is there and its value is None?"
HINT_FA = "وقتی کلید stride هست ولی مقدارش None است، layer.get('stride', 2) چه می‌دهد؟"
SENTENCE_FA = "گام ادغام که هست ولی None است عدد گرفته شده است."


def _maxpool2d(shape, layer):
    h, w, c = shape
    ph, pw = layer["pool"]
    stride, padding = layer.get("stride", ph), layer.get("padding", "valid")
    return (_places(h, ph, stride, padding), _places(w, pw, stride, padding), c), 0
