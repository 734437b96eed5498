"""All objects share one count."""

RUNG = "counting"
HINT = "Make two of them, add something to the first and print the total of the second."


class NewClass:
    total = 0

    def __init__(self, start=0):
        NewClass.total = start

    def add(self, number):
        if number < 0:
            raise ValueError(f"{number} is negative")
        NewClass.total += number
