"""str writes seconds below ten with one digit."""

from duration import Duration as Right

RUNG = "text"
HINT = "Print Duration(1, 5)."


class Duration(Right):
    def __str__(self):
        return f"{self._seconds // 60}:{self._seconds % 60}"
