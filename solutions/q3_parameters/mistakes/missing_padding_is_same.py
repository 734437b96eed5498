"""A layer that does not mention its padding gets 'same'."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Leave the padding out of a layer, then write 'valid'. By the statement, should the two differ?"
HINT_FA = (
    "یک بار padding را از لایه حذف کنید و یک بار 'valid' بنویسید. بنا بر صورت سؤال، این دو باید متفاوت باشند؟"
)
SENTENCE_FA = "لایه‌ای که از لایه‌گذاری‌اش چیزی نمی‌گوید 'same' گرفته شده است."


def summary(input_shape, layers):
    return right_summary(input_shape, [{"padding": "same", **layer} for layer in layers])
