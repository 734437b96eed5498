"""triangular ends."""

RUNG = "numbers"
HINT = "Which loop goes on without end?"


def triangular():
    total = 0
    for step in range(1, 101):
        total += step
        yield total
