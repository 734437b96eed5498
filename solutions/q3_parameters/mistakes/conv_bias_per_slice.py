"""Each slice of a kernel, one for each input channel, has a bias of its own."""

from q3_parameters import _conv2d as right_conv2d

RUNG = "summary"
HINT_EN = (
    "A kernel over an RGB image gives one number at each place, a sum over three channels. Could you "
    "tell three biases in it apart?"
)
HINT_FA = (
    "یک هسته روی تصویر RGB در هر مکان یک عدد می‌دهد: جمع روی سه کانال. آیا در این جمع می‌شود سه بایاس را "
    "از هم تشخیص داد؟"
)
SENTENCE_FA = "هر برش هسته، یکی برای هر کانال ورودی، بایاس خودش را دارد."


def _conv2d(shape, layer):
    kh, kw = layer["kernel"]
    return right_conv2d(shape, layer)[0], layer["filters"] * shape[2] * (
        kh * kw + layer.get("use_bias", True)
    )
