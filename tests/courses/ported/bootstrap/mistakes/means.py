"""bootstrap_medians gives means."""

RUNG = "samples"
HINT = "What is the median of 0, 0 and 9?"


def bootstrap_medians(values, rounds, rng):
    return rng.choice(values, size=(rounds, len(values))).mean(axis=1)
