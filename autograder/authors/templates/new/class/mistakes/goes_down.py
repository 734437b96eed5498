"""add takes negative numbers, too."""

RUNG = "errors"
HINT = "What does add(-1) do, and what should it do?"


class NewClass:
    def __init__(self, start=0):
        self.total = start

    def add(self, number):
        self.total += number
