"""The shape is never handed on: every layer is worked out for the input image."""

import math

from q3_parameters import _conv2d, _flatten, _maxpool2d

RUNG = "summary"
HINT_EN = "Put the same pooling layer twice in a row. Does the second one make the image smaller again?"
HINT_FA = "یک لایهٔ ادغام را دو بار پشت سر هم بگذارید. آیا دومی دوباره تصویر را کوچک‌تر می‌کند؟"
SENTENCE_FA = "شکل هرگز به لایهٔ بعد داده نمی‌شود: هر لایه برای تصویر ورودی حساب شده است."


def _dense(shape, layer):
    return (layer["units"],), layer["units"] * (math.prod(shape) + layer.get("use_bias", True))


def summary(input_shape, layers):
    rules, rows = {"conv2d": _conv2d, "maxpool2d": _maxpool2d, "flatten": _flatten, "dense": _dense}, []
    for layer in layers:
        shape, parameters = rules[layer["kind"]](input_shape, layer)
        rows.append((layer["kind"], (None, *shape), parameters))
    return rows
