"""Raises an error whose text is fifty megabytes long."""


def output_size(n, kernel, stride=1, padding=0):
    raise ValueError("x" * 50_000_000)
