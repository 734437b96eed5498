"""One sentence that says what this exercise is about.

Fill in every part that says 'write your answer/code here'.
"""

# %% [markdown]
# Cells like this one explain the solution. Students don't get them.
# They don't get the bodies of methods either, nor names with a leading underscore.


# %%
class NewClass:
    """Counts, from a number of your choice."""

    def __init__(self, start: int = 0) -> None:
        """Begin at `start`."""
        self._total = start

    @property
    def total(self) -> int:
        """The start and all that was added."""
        return self._total

    def add(self, number: int) -> None:
        """Count `number` more. Raises ValueError if it is negative."""
        if number < 0:
            raise ValueError(f"{number} is negative")
        self._total += number
