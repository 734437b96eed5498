"""forward divides by the variance."""

RUNG = "forward"
HINT = "What is the standard deviation of your result?"


def forward(x):
    mean, scale = x.mean(axis=0), x.var(axis=0)
    scale = np.where(scale == 0, 1, scale)
    return (x - mean) / scale, (mean, scale)
