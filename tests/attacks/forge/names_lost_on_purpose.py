"""Loses every name in a line that fails, and lies about the line, its error and the package."""

EXPECT = "is not defined"


class Evil(Exception):
    __str__ = lambda self: "<script>alert(1)</script>\x1b[2J is not available at grading" * 100


Evil.__name__ = "\u202eEvil\n" * 1000
del laplacian_response, misprinted_cell, output_size, zero_pad, conv2d
laplacian_response, misprinted_cell, output_size, zero_pad, conv2d = iter(lambda: exec("raise Evil"), 1)
