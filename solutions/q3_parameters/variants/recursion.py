"""The table is the row of the first layer and the table of the rest."""

from q3_parameters import _conv2d, _dense, _flatten, _maxpool2d


def summary(input_shape, layers):
    if not layers:
        return []
    first, *rest = layers
    rule = {"conv2d": _conv2d, "maxpool2d": _maxpool2d, "flatten": _flatten, "dense": _dense}[first["kind"]]
    shape, parameters = rule(tuple(input_shape), first)
    return [(first["kind"], (None, *shape), parameters), *summary(shape, rest)]
