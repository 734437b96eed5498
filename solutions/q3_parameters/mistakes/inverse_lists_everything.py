"""Everything is listed, whether it fits or not."""

RUNG = "inverse"
HINT_EN = "Is an image of 1x1 pixel in your list? Work out its output."
HINT_FA = "آیا تصویری ۱×۱ در فهرست شما هست؟ خروجی‌اش را حساب کنید."
SENTENCE_FA = "همه چیز فهرست شده است، چه جور باشد و چه نباشد."


def consistent_inputs(max_size=32, max_stride=2):
    sizes, strides = range(1, max_size + 1), range(1, max_stride + 1)
    return [(size, stride, padding) for size in sizes for stride in strides for padding in ("valid", "same")]
