"""The first dense layer is wired to the input image, and those after it to the layer before."""

import math

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = (
    "Put a pooling layer before flatten. How many numbers does the first dense layer get, and how many "
    "does the image have?"
)
HINT_FA = "یک لایهٔ ادغام پیش از flatten بگذارید. لایهٔ dense نخست چند عدد می‌گیرد و تصویر چند عدد دارد؟"
SENTENCE_FA = "لایهٔ dense نخست به تصویر ورودی وصل شده است و لایه‌های dense بعدی به لایهٔ پیش از خود."


def summary(input_shape, layers):
    rows, inputs = [], math.prod(input_shape)
    for layer, (kind, shape, parameters) in zip(layers, right_summary(input_shape, layers), strict=True):
        if kind == "dense":
            parameters = layer["units"] * (inputs + layer.get("use_bias", True))
            inputs = layer["units"]
        rows.append((kind, shape, parameters))
    return rows
