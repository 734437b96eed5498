"""Rows come from a generator with a match statement; printing on the way."""

from q3_parameters import _places


def _rows(shape, layers):
    for layer in layers:
        match layer:
            case {"kind": "conv2d", "filters": filters, "kernel": (kh, kw)}:
                parameters = filters * kh * kw * shape[2] + filters * int(layer.get("use_bias", True))
                s, padding = layer.get("stride", 1), layer.get("padding", "valid")
                shape = [_places(shape[0], kh, s, padding), _places(shape[1], kw, s, padding), filters]
            case {"kind": "maxpool2d", "pool": (ph, pw)}:
                s, padding, parameters = layer.get("stride"), layer.get("padding", "valid"), 0
                shape = [
                    _places(shape[0], ph, s or ph, padding),
                    _places(shape[1], pw, s or pw, padding),
                    shape[2],
                ]
            case {"kind": "flatten"}:
                shape, parameters = [shape[0] * shape[1] * shape[2]], 0
            case {"kind": "dense", "units": units}:
                shape, parameters = [units], units * shape[0] + units * int(layer.get("use_bias", True))
        print(f"{layer['kind']:12}{shape!s:20}{parameters:10}")
        yield layer["kind"], (None, *shape), parameters


def summary(input_shape, layers):
    return list(_rows(list(input_shape), layers))
