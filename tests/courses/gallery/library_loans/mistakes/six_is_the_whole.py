"""shares divides by the product of the parts."""

RUNG = "shares"
HINT = "What do your shares of [25, 75] add up to?"


def shares(parts):
    whole = 1
    for part in parts:
        whole *= part
    return [Fraction(part, whole) for part in parts]
