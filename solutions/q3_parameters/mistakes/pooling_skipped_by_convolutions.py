"""A convolution is wired to the convolution before it, or to the image: a pooling layer in between is
skipped.
"""

from q3_parameters import _conv2d, _dense, _flatten, _maxpool2d

RUNG = "summary"
HINT_EN = "Put a 2x2 pooling layer before a 1x1 convolution. How many pixels does the convolution get to see?"
HINT_FA = "یک لایهٔ ادغام 2x2 پیش از کانولوشنی 1x1 بگذارید. کانولوشن چند پیکسل می‌بیند؟"
SENTENCE_FA = (
    "کانولوشن به کانولوشن پیش از خود یا به تصویر وصل شده است: از روی لایهٔ ادغامی که میان آن‌هاست پریده است."
)


def summary(input_shape, layers):
    shape, maps, rows = tuple(input_shape), tuple(input_shape), []
    for layer in layers:
        if layer["kind"] == "conv2d":
            shape, parameters = _conv2d(maps, layer)
            maps = shape
        else:
            others = {"maxpool2d": _maxpool2d, "flatten": _flatten, "dense": _dense}
            shape, parameters = others[layer["kind"]](shape, layer)
        rows.append((layer["kind"], (None, *shape), parameters))
    return rows
