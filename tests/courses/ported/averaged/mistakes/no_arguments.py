"""averaged gives a function that takes no arguments."""

RUNG = "mean"
HINT = "Average the function max, and call the result with 1 and 2."


def averaged(function, times):
    return lambda: sum(function() for _ in range(times)) / times
