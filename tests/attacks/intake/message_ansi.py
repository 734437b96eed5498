"""Puts terminal commands into its messages: clear the screen, set the title, type an answer, change colours."""

EVIL = "\x1b[2J\x1b[1;32m40 of 40 points\x1b[0m\x1b]0;title\x07\x9b31m\x08\x08\x7f\r40/40\n\x1b[5n"


def conv2d(*arguments, **keywords):
    raise type(EVIL, (Exception,), {})(EVIL)


output_size = zero_pad = conv2d
laplacian_response, misprinted_cell = EVIL, {EVIL: EVIL}
raise ValueError(EVIL)
