"""add counts how often it is called, and not the numbers."""

RUNG = "counting"
HINT = "Make a NewClass, call add(5) once and print total."


class NewClass:
    def __init__(self, start=0):
        self.total = start

    def add(self, number):
        if number < 0:
            raise ValueError(f"{number} is negative")
        self.total += 1
