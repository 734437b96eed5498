"""affine_backward gives the gradient of x in the shape of flat images."""

RUNG = "backward"
HINT = "Compare the shapes of x and of its gradient."


def affine_backward(dout, cache):
    x, w = cache
    return dout @ w.T, x.reshape(len(x), -1).T @ dout, dout.sum(axis=0)
