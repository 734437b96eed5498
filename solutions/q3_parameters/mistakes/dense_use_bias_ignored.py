"""A dense layer gets a bias even when use_bias is False."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Ask for the same dense layer with use_bias True and False. By how much should the two differ?"
HINT_FA = (
    "یک لایهٔ dense را یک بار با use_bias برابر True و یک بار با False بخواهید. این دو باید چقدر تفاوت "
    "داشته باشند؟"
)
SENTENCE_FA = "لایهٔ dense حتی وقتی use_bias برابر False است بایاس می‌گیرد."


def summary(input_shape, layers):
    return right_summary(
        input_shape, [{**layer, "use_bias": True} if layer["kind"] == "dense" else layer for layer in layers]
    )
