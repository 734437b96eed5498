"""averaged calls the function only once."""

RUNG = "mean"
HINT = "Average a function that gives another number each time."


def averaged(function, times):
    return lambda *arguments: function(*arguments)
