"""A dataclass with an order of its own, which carries seconds over at once."""

from dataclasses import dataclass


@dataclass(order=True)
class Duration:
    minutes: int
    seconds: int

    def __post_init__(self):
        more, self.seconds = divmod(self.seconds, 60)
        self.minutes += more

    def __add__(self, other):
        return Duration(self.minutes + other.minutes, self.seconds + other.seconds)

    def __str__(self):
        return str(self.minutes) + ":" + str(self.seconds).zfill(2)
