"""A convolution with 1x1 kernels has no bias."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Print summary((4, 4, 1), [{'kind': 'conv2d', 'filters': 3, 'kernel': (1, 1)}])."
HINT_FA = "مقدار summary((4, 4, 1), [{'kind': 'conv2d', 'filters': 3, 'kernel': (1, 1)}]) را چاپ کنید."
SENTENCE_FA = "کانولوشن با هسته‌های ۱×۱ بایاس ندارد."


def summary(input_shape, layers):
    bare = [{**layer, "use_bias": False} if layer.get("kernel", ()) == (1, 1) else layer for layer in layers]
    return right_summary(input_shape, bare)
