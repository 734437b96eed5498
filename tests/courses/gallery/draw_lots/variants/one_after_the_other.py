"""Takes one name after the other out of a copy."""


def draw_lots(names, count, rng):
    left = list(names)
    return [left.pop(rng.integers(len(left))) for _ in range(count)]
