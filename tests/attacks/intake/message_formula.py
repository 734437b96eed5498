"""Puts formulas into its messages, which a spreadsheet would compute."""

EVIL = '=HYPERLINK("http://127.0.0.1/","40")\n+1+1\t@SUM(A1)\r-2+3|cmd\' /C calc\'!A0,,"\n"=1+1'


class Formula(Exception):
    pass


Formula.__name__ = "=1+1"


def conv2d(*arguments, **keywords):
    raise Formula(EVIL)


output_size = zero_pad = conv2d
laplacian_response, misprinted_cell = EVIL, EVIL
raise Formula(EVIL)
