"""A dense layer is wired to the input image (which the printed network hides: 28*28*1 = 7*7*16)."""

import math

from q3_parameters import _conv2d, _flatten, _maxpool2d

RUNG = "summary"
HINT_EN = (
    "Put a pooling layer in front of flatten and dense. Does the dense layer need fewer weights than "
    "without it?"
)
HINT_FA = "پیش از flatten و dense یک لایهٔ ادغام بگذارید. آیا لایهٔ dense نسبت به قبل وزن‌های کمتری لازم دارد؟"
SENTENCE_FA = "لایهٔ dense به تصویر ورودی وصل شده است (که در شبکهٔ چاپ‌شده دیده نمی‌شود: 28*28*1 = 7*7*16)."


def summary(input_shape, layers):
    shape, rows = tuple(input_shape), []
    for layer in layers:
        if layer["kind"] == "dense":
            inputs = math.prod(input_shape)
            shape, parameters = (layer["units"],), layer["units"] * (inputs + layer.get("use_bias", True))
        else:
            others = {"conv2d": _conv2d, "maxpool2d": _maxpool2d, "flatten": _flatten}
            shape, parameters = others[layer["kind"]](shape, layer)
        rows.append((layer["kind"], (None, *shape), parameters))
    return rows
