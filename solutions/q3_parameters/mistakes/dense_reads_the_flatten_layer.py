"""Every dense layer reads the flatten layer, a second one too."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Put two dense layers in a row, of 1 unit and of 2 units. How many numbers does the second one see?"
HINT_FA = "دو لایهٔ dense پشت سر هم بگذارید، یکی با ۱ واحد و دیگری با ۲ واحد. لایهٔ دوم چند عدد می‌بیند؟"
SENTENCE_FA = "هر لایهٔ dense، حتی دومی، لایهٔ flatten را می‌خواند."


def summary(input_shape, layers):
    rows, inputs = [], 0
    for layer, (kind, shape, parameters) in zip(layers, right_summary(input_shape, layers), strict=True):
        if kind == "flatten":
            inputs = shape[1]
        if kind == "dense":
            parameters = layer["units"] * (inputs + layer.get("use_bias", True))
        rows.append((kind, shape, parameters))
    return rows
