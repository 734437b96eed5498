"""The kind is taken out of the caller's layers."""

from q3_parameters import _conv2d, _dense, _flatten, _maxpool2d

RUNG = "summary"
HINT_EN = "Keep the list of layers in a variable, call your function, and print the first layer."
HINT_FA = "فهرست لایه‌ها را در متغیری نگه دارید، تابع خود را صدا بزنید و سپس لایهٔ نخست را چاپ کنید."
SENTENCE_FA = "kind از لایه‌های فراخواننده برداشته شده است."


def summary(input_shape, layers):
    rules = {"conv2d": _conv2d, "maxpool2d": _maxpool2d, "flatten": _flatten, "dense": _dense}
    shape, rows = tuple(input_shape), []
    for layer in layers:
        kind = layer.pop("kind")
        shape, parameters = rules[kind](shape, layer)
        rows.append((kind, (None, *shape), parameters))
    return rows
