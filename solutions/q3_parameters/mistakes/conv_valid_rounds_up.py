"""A 'valid' convolution rounds up: a kernel that sticks out is counted, though a pooling window is not."""

import math

from q3_parameters import _conv2d as right_conv2d

RUNG = "summary"
HINT_EN = (
    "Draw 6 squares, a kernel of 3 and a stride of 2, and cross out each place where the kernel lies "
    "completely on the squares."
)
HINT_FA = (
    "شش خانه، هسته‌ای به طول ۳ و گام ۲ بکشید و هر جایی را که هسته کاملاً روی خانه‌ها قرار می‌گیرد ضربدر بزنید."
)
SENTENCE_FA = (
    "کانولوشن 'valid' رو به بالا گرد می‌شود: هسته‌ای که بیرون می‌زند شمرده می‌شود، هرچند پنجرهٔ ادغام نه."
)


def _conv2d(shape, layer):
    (oh, ow, filters), parameters = right_conv2d(shape, layer)
    (h, w, _), (kh, kw), stride = shape, layer["kernel"], layer.get("stride", 1)
    if layer.get("padding", "valid") == "valid":
        oh, ow = math.ceil((h - kh) / stride) + 1, math.ceil((w - kw) / stride) + 1
    return (oh, ow, filters), parameters
