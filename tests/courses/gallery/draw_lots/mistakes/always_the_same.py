"""draw_lots draws the same names each time, whatever the generator."""

RUNG = "lots"
HINT = "Draw two times, with np.random.default_rng(1) and with np.random.default_rng(2)."


def draw_lots(names, count, rng):
    own = np.random.default_rng(0)
    return [names[number] for number in own.permutation(len(names))[:count]]
