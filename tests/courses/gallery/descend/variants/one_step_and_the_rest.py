"""Does one step, and calls itself for the rest."""


def descend(gradient, weights, rate, steps=1):
    if not steps:
        return weights
    return descend(gradient, np.subtract(weights, np.multiply(rate, gradient(weights))), rate, steps - 1)
