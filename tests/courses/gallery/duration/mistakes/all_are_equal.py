"""Two durations are equal, whatever they are."""

from duration import Duration as Right

RUNG = "operators"
HINT = "Compare two durations that differ."


class Duration(Right):
    def __add__(self, other):
        total = self._seconds + other._seconds
        return Duration(0, total)

    def __eq__(self, other):
        return isinstance(other, Duration)
