"""The cache is a function, and the result a list."""


def forward(x):
    scale = np.array([column.std() or 1.0 for column in x.T])
    mean = x.sum(axis=0) / len(x)
    return [(x - mean) / scale, lambda z: mean + scale * z]


def backward(z, cache):
    return cache(z)
