"""descend goes along the gradient, which is up."""

RUNG = "descent"
HINT = "In which direction does the gradient point?"


def descend(gradient, weights, rate, steps=1):
    for _ in range(steps):
        weights = weights + rate * gradient(weights)
    return weights
