"""Opens the numbers that files of the machine would have, with the functions of the table."""

NEVER_SUCCEEDS = "a plain child process has the table of files, too"


def probe():
    numbers = [*range(4, 64), 1 << 20, (1 << 20) + 1, -1, True]
    return first(lambda number: SERVED["open"](number, "rb", closefd=False).read(16), *numbers)
