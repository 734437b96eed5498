"""A key that is missing is looked up all the same."""

from q3_parameters import _places

RUNG = "summary"
HINT_EN = "Try summary((5, 5, 1), [{'kind': 'conv2d', 'filters': 1, 'kernel': (3, 3)}])."
HINT_FA = "این را امتحان کنید: summary((5, 5, 1), [{'kind': 'conv2d', 'filters': 1, 'kernel': (3, 3)}])"
SENTENCE_FA = "کلیدی که نیست با این همه خوانده شده است."


def _conv2d(shape, layer):
    (kh, kw), filters, stride, padding = layer["kernel"], layer["filters"], layer["stride"], layer["padding"]
    out = (_places(shape[0], kh, stride, padding), _places(shape[1], kw, stride, padding), filters)
    return out, filters * (kh * kw * shape[2] + layer["use_bias"])
