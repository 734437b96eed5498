"""The number of steps is rounded up, so the last window hangs over the edge."""

import math

RUNG = "output size"
HINT_EN = (
    "Draw 6 squares, a kernel of 3 and a stride of 2, "
    "and mark every place where the kernel lies completely on the squares."
)
HINT_FA = (
    "شش خانه، هسته‌ای به طول ۳ و گام ۲ بکشید و هر جایی را که هسته کاملاً روی خانه‌ها قرار می‌گیرد علامت بزنید."
)
SENTENCE_FA = "تعداد گام‌ها رو به بالا گرد شده است، پس آخرین پنجره از لبه بیرون می‌زند."


def output_size(n, kernel, stride=1, padding=0):
    return math.ceil((n + 2 * padding - kernel) / stride) + 1
