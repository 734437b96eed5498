"""bootstrap_medians gives the median of all rounds together."""

RUNG = "rounds"
ALSO = ("samples",)
HINT = "How many numbers does your function give for five rounds?"


def bootstrap_medians(values, rounds, rng):
    return np.median(rng.choice(values, size=(rounds, len(values))))
