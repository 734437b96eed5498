"""A dense layer gets a bias even when use_bias is False."""

RUNG = "summary"
HINT_EN = "Ask for the same dense layer with use_bias True and False. By how much should the two differ?"
HINT_FA = "یک لایهٔ dense را یک بار با use_bias برابر True و یک بار با False بخواهید. این دو باید چقدر تفاوت داشته باشند؟"


def _dense(shape, layer):
    return (layer["units"],), layer["units"] * (shape[0] + 1)
