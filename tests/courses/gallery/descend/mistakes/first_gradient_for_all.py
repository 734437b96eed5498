"""descend takes the gradient at the first weights in every step."""

RUNG = "descent"
HINT = "After one step, at which weights is the next gradient taken?"


def descend(gradient, weights, rate, steps=1):
    return weights - steps * rate * gradient(weights)
