"""A dense layer's biases are not counted."""

RUNG = "summary"
HINT_EN = (
    "Feed zeros to a dense layer in Keras. Can its output be anything but zero? Which numbers make it so?"
)
HINT_FA = "به یک لایهٔ dense در Keras صفر بدهید. آیا خروجی می‌تواند چیزی جز صفر باشد؟ کدام عددها چنین می‌کنند؟"
SENTENCE_FA = "بایاس‌های لایهٔ dense شمرده نشده‌اند."


def _dense(shape, layer):
    return (layer["units"],), shape[0] * layer["units"]
