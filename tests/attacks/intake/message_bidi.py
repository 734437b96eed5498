"""Puts characters into its messages that turn the order of what is read, or can't be seen."""

EVIL = "\u202e04 fo 04\u202c \u2066points\u2069 \u200f\u200b\ufeff\u2028\u2029\U000e0041\ud800 \x00\x85"


def conv2d(*arguments, **keywords):
    raise type("E" + EVIL, (Exception,), {})(EVIL) if False else Exception(EVIL)


output_size = zero_pad = conv2d
laplacian_response, misprinted_cell = EVIL, {EVIL: EVIL}
raise ValueError(EVIL)
