"""A layer that does not mention use_bias gets no bias."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Leave use_bias out of a layer, then write use_bias True. By the statement, should the two differ?"
HINT_FA = (
    "یک بار use_bias را از لایه حذف کنید و یک بار True بنویسید. بنا بر صورت سؤال، این دو باید متفاوت باشند؟"
)
SENTENCE_FA = "لایه‌ای که از use_bias چیزی نمی‌گوید بی‌بایاس گرفته شده است."


def summary(input_shape, layers):
    return right_summary(input_shape, [{"use_bias": False, **layer} for layer in layers])
