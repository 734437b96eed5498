"""Puts the markup of our own terminal library and of Markdown into its messages."""

EVIL = "[bold green]40 of 40[/] [link=file:///etc/passwd]x[/link] [/] ![x](http://127.0.0.1/) `code` $(id) %s {0} {points}"


def conv2d(*arguments, **keywords):
    raise Exception(EVIL)


output_size = zero_pad = conv2d
laplacian_response, misprinted_cell = EVIL, {EVIL: EVIL}
raise ValueError(EVIL)
