"""every_second leaves out the first item."""

RUNG = "every second"
HINT = "What does list(every_second('abc')) give?"


def every_second(items):
    return (item for number, item in enumerate(items) if number % 2)
