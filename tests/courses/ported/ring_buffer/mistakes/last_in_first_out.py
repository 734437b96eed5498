"""RingBuffer reads the newest item first."""

from ring_buffer import RingBuffer as Right

RUNG = "buffer"
ALSO = ("overwriting",)
HINT = "Write two items, and read one."


class RingBuffer(Right):
    def read(self):
        if not self._items:
            raise BufferEmpty
        return self._items.pop()
