"""A dense layer that does not mention use_bias gets no bias."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = (
    "Ask for the same dense layer once with use_bias True and once without the key. Are the parameters equal?"
)
HINT_FA = (
    "یک لایهٔ dense را یک بار با use_bias برابر True و یک بار بدون این کلید بپرسید. آیا تعداد پارامترها "
    "برابر است؟"
)
SENTENCE_FA = "لایهٔ dense اگر از use_bias چیزی نگوید بی‌بایاس گرفته شده است."


def summary(input_shape, layers):
    return right_summary(
        input_shape, [{"use_bias": False, **layer} if layer["kind"] == "dense" else layer for layer in layers]
    )
