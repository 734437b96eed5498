"""A table is remembered by the image and the kinds of the layers, and given again for other layers."""

from q3_parameters import summary as right_summary

RUNG = "summary"
REMEMBERS = True
HINT_EN = "Call summary with two networks that differ in the number of units only. Do the tables differ?"
HINT_FA = "تابع summary را با دو شبکه صدا بزنید که فقط در تعداد واحدها فرق دارند. آیا جدول‌ها فرق دارند؟"
SENTENCE_FA = "جدول با تصویر و نوع لایه‌ها به خاطر سپرده و برای لایه‌های دیگر دوباره داده می‌شود."

_tables = {}


def summary(input_shape, layers):
    network = (tuple(input_shape), tuple(layer["kind"] for layer in layers))
    if network not in _tables:
        _tables[network] = right_summary(input_shape, layers)
    return _tables[network]
