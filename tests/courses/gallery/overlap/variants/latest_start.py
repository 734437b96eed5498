"""Compares the later start with the earlier end."""


def overlap(start, end, other_start, other_end):
    return max(start, other_start) < min(end, other_end)
