"""overlap counts appointments that only touch."""

RUNG = "overlap"
HINT = "Is anybody in two rooms if one hour begins when the other ends?"


def overlap(start, end, other_start, other_end):
    return start <= other_end and other_start <= end
