"""affine_backward gives a gradient of the biases for each image."""

RUNG = "backward"
HINT = "Which shape has b, and which its gradient?"


def affine_backward(dout, cache):
    x, w = cache
    return (dout @ w.T).reshape(x.shape), x.reshape(len(x), -1).T @ dout, dout
