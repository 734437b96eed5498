"""A dense layer has one bias for all its units."""

RUNG = "summary"
HINT_EN = "Count a dense layer with 1 unit, then one with 2 units. Is the second exactly twice the first?"
HINT_FA = "یک لایهٔ dense با ۱ واحد و سپس با ۲ واحد را بشمارید. آیا دومی دقیقاً دو برابر اولی است؟"
SENTENCE_FA = "برای همهٔ واحدهای لایهٔ dense یک بایاس شمرده شده است."


def _dense(shape, layer):
    return (layer["units"],), shape[0] * layer["units"] + layer.get("use_bias", True)
