"""overwrite replaces the newest item."""

from ring_buffer import RingBuffer as Right

RUNG = "overwriting"
HINT = "Overwrite three times in a buffer of two, and read."


class RingBuffer(Right):
    def overwrite(self, item):
        if len(self._items) == self._size:
            self._items.pop()
        self._items.append(item)
