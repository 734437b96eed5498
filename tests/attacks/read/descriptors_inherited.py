"""Looks for descriptors that someone forgot to close."""

import select


def probe():
    poll = select.poll()
    for number in range(SOCKET + 1, 4096):
        poll.register(number)
    return [number for number, event in poll.poll(0) if not event & select.POLLNVAL]
