"""backward goes by the last table that was standardised, and not by the cache."""

RUNG = "backward"
HINT = "Standardise two tables, then go back with the first cache."
REMEMBERS = True

last = {}


def forward(x):
    mean, scale = x.mean(axis=0), x.std(axis=0)
    scale = np.where(scale == 0, 1, scale)
    last["cache"] = mean, scale
    return (x - mean) / scale, (mean, scale)


def backward(z, cache):
    mean, scale = last["cache"]
    return z * scale + mean
