"""Ends its process without a word."""

EXPECT = "it ended the process"


def output_size(n, kernel, stride=1, padding=0):
    os._exit(0)
