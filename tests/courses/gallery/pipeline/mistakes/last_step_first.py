"""pipeline applies the last step first."""

RUNG = "pipeline"
HINT = "Take two steps whose order matters, such as x + 1 and 10 * x."


def pipeline(*steps):
    def run(value):
        for step in reversed(steps):
            value = step(value)
        return value

    return run
