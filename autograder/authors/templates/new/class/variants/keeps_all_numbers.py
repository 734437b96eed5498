"""Keeps all numbers and adds them up when the total is asked for."""


class NewClass:
    def __init__(self, start=0):
        self.numbers = [start]

    @property
    def total(self):
        return sum(self.numbers)

    def add(self, number):
        if not number >= 0:
            raise ValueError
        self.numbers.append(number)
