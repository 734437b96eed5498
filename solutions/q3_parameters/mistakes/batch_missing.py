"""Output shapes lack the batch."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = (
    "How many entries does the shape of an image have, and how many should the shape of a batch of "
    "images have?"
)
HINT_FA = "شکل یک تصویر چند عدد دارد و شکل یک دسته از تصویرها باید چند عدد داشته باشد؟"
SENTENCE_FA = "در شکل‌های خروجی جای دسته نیست."


def summary(input_shape, layers):
    return [(kind, shape[1:], parameters) for kind, shape, parameters in right_summary(input_shape, layers)]
