"""A buffer of fixed size.

Fill in every part that says 'write your answer/code here'.
"""

from typing import Any


# %%
class BufferFull(Exception):
    """There is no room for another item."""


class BufferEmpty(Exception):
    """There is no item to read."""


# %%
class RingBuffer:
    """Keeps items in the order in which they were written, up to a number of them."""

    def __init__(self, size: int) -> None:
        """Begin empty."""
        self._size, self._items = size, list[Any]()

    def write(self, item: Any) -> None:
        """Add an item. Raises BufferFull if there is no room."""
        if len(self._items) == self._size:
            raise BufferFull("full")
        self._items.append(item)

    def overwrite(self, item: Any) -> None:
        """Add an item. If there is no room, drop the oldest one."""
        self._items = [*self._items, item][-self._size :]

    def read(self) -> Any:
        """Take out the oldest item. Raises BufferEmpty if there is none."""
        if not self._items:
            raise BufferEmpty("empty")
        return self._items.pop(0)
