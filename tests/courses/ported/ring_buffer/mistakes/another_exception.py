"""RingBuffer raises an exception of Python where BufferFull is asked for."""

from ring_buffer import RingBuffer as Right

RUNG = "buffer"
HINT = "Which exception does a full buffer raise?"


class RingBuffer(Right):
    def write(self, item):
        if len(self._items) == self._size:
            raise OverflowError("full")
        self._items.append(item)
