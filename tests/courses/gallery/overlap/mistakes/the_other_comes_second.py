"""overlap takes for granted that the second appointment begins later."""

RUNG = "overlap"
HINT = "Exchange the two appointments in an example of yours."


def overlap(start, end, other_start, other_end):
    return start <= other_start < end
