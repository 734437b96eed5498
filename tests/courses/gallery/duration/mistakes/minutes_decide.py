"""A duration is compared by its seconds before its minutes."""

from duration import Duration as Right

RUNG = "operators"
HINT = "Is Duration(1, 59) less than Duration(2, 0)?"


class Duration(Right):
    def __add__(self, other):
        return Duration(0, self._seconds + other._seconds)

    def __lt__(self, other):
        return self._seconds % 60 < other._seconds % 60
