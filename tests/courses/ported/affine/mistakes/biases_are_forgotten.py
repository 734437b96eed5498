"""affine_forward does not add the biases."""

RUNG = "forward"
HINT = "Let all weights be zero. What should come out?"


def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w, (x, w)
