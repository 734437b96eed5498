"""Raises a syntax error whose line is fifty megabytes long."""


def output_size(n, kernel, stride=1, padding=0):
    compile("x = (" + "1, " * 10_000_000, "long", "exec")
