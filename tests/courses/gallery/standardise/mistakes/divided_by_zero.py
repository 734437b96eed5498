"""forward divides by zero where all numbers of a column are equal."""

RUNG = "forward"
HINT = "What is the standard deviation of 2, 2 and 2?"


def forward(x):
    with np.errstate(invalid="ignore"):
        return (x - x.mean(axis=0)) / x.std(axis=0), (x.mean(axis=0), x.std(axis=0))
