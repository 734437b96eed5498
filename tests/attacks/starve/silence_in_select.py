"""Waits for something that never happens."""

import select

EXPECT = "no answer after"


def output_size(n, kernel, stride=1, padding=0):
    select.select([], [], [])
