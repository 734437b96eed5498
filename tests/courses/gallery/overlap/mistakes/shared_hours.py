"""overlap gives the number of shared hours, and not True or False."""

RUNG = "overlap"
HINT = "Print what your function gives for overlap(9, 11, 10, 12)."


def overlap(start, end, other_start, other_end):
    return max(0, min(end, other_end) - max(start, other_start))
