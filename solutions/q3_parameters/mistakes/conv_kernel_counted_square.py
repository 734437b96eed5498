"""Every kernel is counted as a square."""

from q3_parameters import _conv2d as right_conv2d

RUNG = "summary"
HINT_EN = "Draw a kernel of 2 rows and 3 columns and count its cells. What does your formula say?"
HINT_FA = "هسته‌ای با ۲ سطر و ۳ ستون بکشید و خانه‌هایش را بشمارید. فرمول شما چه می‌گوید؟"
SENTENCE_FA = "هر هسته مربعی شمرده شده است."


def _conv2d(shape, layer):
    k = layer["kernel"][0]
    return right_conv2d(shape, layer)[0], layer["filters"] * (k**2 * shape[2] + layer.get("use_bias", True))
