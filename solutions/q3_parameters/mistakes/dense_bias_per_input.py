"""A dense layer has a bias for each input instead of each unit."""

RUNG = "summary"
HINT_EN = (
    "A dense layer of 1 unit over 10 numbers gives one sum. How many different biases could be added to it?"
)
HINT_FA = "یک لایهٔ dense با ۱ واحد روی ۱۰ عدد، یک جمع می‌دهد. چند بایاس متفاوت می‌شود به آن افزود؟"
SENTENCE_FA = "لایهٔ dense به‌جای هر واحد، برای هر ورودی یک بایاس دارد."


def _dense(shape, layer):
    return (layer["units"],), shape[0] * (layer["units"] + layer.get("use_bias", True))
