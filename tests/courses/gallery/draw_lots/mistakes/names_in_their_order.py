"""draw_lots gives the names in the order of the list."""

RUNG = "lots"
HINT = "Can the last name of the list be drawn first?"


def draw_lots(names, count, rng):
    return [names[number] for number in sorted(rng.permutation(len(names))[:count])]
