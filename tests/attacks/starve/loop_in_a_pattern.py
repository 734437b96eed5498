"""Matches a pattern that tries every way to fail."""

import re

EXPECT = "no answer after"


def output_size(n, kernel, stride=1, padding=0):
    return re.match(r"(a|a|aa)+$", "a" * 200 + "b")
