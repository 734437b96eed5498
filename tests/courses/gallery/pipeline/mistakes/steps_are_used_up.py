"""A pipeline forgets its steps after its first use."""

RUNG = "pipeline"
HINT = "Call the function that pipeline gives two times."
REMEMBERS = True


def pipeline(*steps):
    left = list(steps)

    def run(value):
        while left:
            value = left.pop(0)(value)
        return value

    return run
