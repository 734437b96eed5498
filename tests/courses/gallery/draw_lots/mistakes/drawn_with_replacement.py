"""draw_lots can draw the same name twice."""

RUNG = "lots"
HINT = "Draw as many names as there are, a few times."


def draw_lots(names, count, rng):
    return [str(name) for name in rng.choice(names, count)]
