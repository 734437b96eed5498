"""The sum of two durations can have 60 seconds and more, and then equals no other."""

RUNG = "operators"
HINT = "What is Duration(0, 40) + Duration(0, 40), and does it equal Duration(1, 20)?"


class Duration:
    def __init__(self, minutes, seconds):
        self.minutes, self.seconds = minutes, seconds

    def __add__(self, other):
        return Duration(self.minutes + other.minutes, self.seconds + other.seconds)

    def __eq__(self, other):
        return (self.minutes, self.seconds) == (other.minutes, other.seconds)

    def __lt__(self, other):
        return (self.minutes, self.seconds) < (other.minutes, other.seconds)

    def __str__(self):
        return f"{self.minutes}:{self.seconds:02}"
