"""Looks for descriptors that someone forgot to close."""

import select


def is_open(number):
    poll = select.poll()
    poll.register(number)
    return not poll.poll(0) or not poll.poll(0)[0][1] & select.POLLNVAL


def probe():
    return [number for number in range(SOCKET + 1, 4096) if is_open(number)]
