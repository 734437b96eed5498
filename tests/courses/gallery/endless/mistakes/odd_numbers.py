"""triangular adds two more each time, which gives square numbers."""

RUNG = "numbers"
HINT = "How much larger is each triangular number than the one before?"


def triangular():
    total, step = 0, 1
    while True:
        total += step
        step += 2
        yield total
