"""The layers are taken out of the caller's list."""

from q3_parameters import _conv2d, _dense, _flatten, _maxpool2d

RUNG = "summary"
HINT_EN = "Keep the list of layers in a variable, call your function, and print the list."
HINT_FA = "فهرست لایه‌ها را در متغیری نگه دارید، تابع خود را صدا بزنید و سپس فهرست را چاپ کنید."
SENTENCE_FA = "لایه‌ها از خود فهرستِ فراخواننده برداشته شده‌اند."


def summary(input_shape, layers):
    rules = {"conv2d": _conv2d, "maxpool2d": _maxpool2d, "flatten": _flatten, "dense": _dense}
    shape, rows = tuple(input_shape), []
    while layers:
        layer = layers.pop(0)
        shape, parameters = rules[layer["kind"]](shape, layer)
        rows.append((layer["kind"], (None, *shape), parameters))
    return rows
