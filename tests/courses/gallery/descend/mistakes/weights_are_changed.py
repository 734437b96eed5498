"""descend changes the weights that it gets."""

RUNG = "descent"
HINT = "Print the weights before and after the call. What does -= do to an array?"


def descend(gradient, weights, rate, steps=1):
    for _ in range(steps):
        weights -= rate * gradient(weights)
    return weights
