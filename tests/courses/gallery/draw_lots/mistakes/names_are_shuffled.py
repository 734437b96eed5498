"""draw_lots shuffles the list that it gets."""

RUNG = "lots"
HINT = "Print the list of names before and after the call."


def draw_lots(names, count, rng):
    rng.shuffle(names)
    return names[:count]
