"""A layer that doesn't say use_bias takes the setting of the layer before it."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = (
    "Ask for a layer without a bias, followed by one that says nothing about it. How many parameters has "
    "the second?"
)
HINT_FA = (
    "لایه‌ای بدون بایاس بپرسید که پس از آن لایه‌ای بیاید که چیزی دربارهٔ بایاس نمی‌گوید. لایهٔ دوم چند "
    "پارامتر دارد؟"
)
SENTENCE_FA = "لایه‌ای که use_bias را نمی‌گوید تنظیم لایهٔ پیش از خود را می‌گیرد."


def summary(input_shape, layers):
    use_bias, full = True, []
    for layer in layers:
        use_bias = layer.get("use_bias", use_bias)
        full.append({**layer, "use_bias": use_bias} if layer["kind"] in ("conv2d", "dense") else layer)
    return right_summary(input_shape, full)
