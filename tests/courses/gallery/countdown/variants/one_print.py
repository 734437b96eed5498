"""Prints all with a single call, through sys.stdout."""

import sys


def countdown(start):
    sys.stdout.write("\n".join([*map(str, range(start, 0, -1)), "Go!", ""]))
