"""shares gives floats, which are not exact."""

RUNG = "shares"
HINT = "Is 1 / 3 exactly a third?"


def shares(parts):
    return [part / sum(parts) for part in parts]
