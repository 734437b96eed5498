"""A parking meter: a class whose objects have a state.

Fill in every part that says 'write your answer/code here'.
"""


# %%
class ParkingMeter:
    """A parking meter that gives some minutes for each coin."""

    def __init__(self, minutes_per_coin: int) -> None:
        """Begin without any time left."""
        self._per_coin = minutes_per_coin
        self._minutes = 0

    @property
    def minutes(self) -> int:
        """How many minutes are left."""
        return self._minutes

    def insert(self, coins: int) -> None:
        """Add the time of some coins."""
        self._minutes += coins * self._per_coin

    def wait(self, minutes: int) -> None:
        """Let minutes pass. No time is left below zero."""
        self._minutes = max(0, self._minutes - minutes)
