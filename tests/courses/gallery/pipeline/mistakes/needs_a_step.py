"""pipeline fails if there are no steps."""

RUNG = "pipeline"
HINT = "What should pipeline()(3) give?"


def pipeline(first, *steps):
    def run(value):
        value = first(value)
        for step in steps:
            value = step(value)
        return value

    return run
