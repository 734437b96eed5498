"""every_second takes all items before it yields the first one."""

RUNG = "every second"
HINT = "What happens if you make a list of items without end?"


def every_second(items):
    return iter(list(items)[::2])
