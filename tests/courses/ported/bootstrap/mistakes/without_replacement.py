"""bootstrap_medians draws each value exactly once, so all medians are alike."""

RUNG = "samples"
HINT = "Print the medians of five rounds."


def bootstrap_medians(values, rounds, rng):
    return np.array([np.median(rng.permutation(values)) for _ in range(rounds)])
