"""Raises an error whose text never ends."""

EXPECT = "no answer after"


class Endless(Exception):
    def __str__(self):
        while True:
            pass


def output_size(n, kernel, stride=1, padding=0):
    raise Endless
