"""str writes a point between minutes and seconds."""

from duration import Duration as Right

RUNG = "text"
HINT = "Print Duration(12, 34)."


class Duration(Right):
    def __str__(self):
        return f"{self._seconds // 60}.{self._seconds % 60:02}"
