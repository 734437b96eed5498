"""affine_forward flattens each image column by column."""

RUNG = "forward"
ALSO = ("backward",)
HINT = "In which order does reshape(-1) read an image?"


def affine_forward(x, w, b):
    x = np.stack([image.T.ravel() for image in x]).reshape(x.shape)
    return x.reshape(len(x), -1) @ w + b, (x, w)
