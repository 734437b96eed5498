"""Gives ever larger items until the memory is used up."""


def primes():
    item = "2"
    while True:
        yield item
        item *= 1_000


class School:
    def __init__(self, *arguments):
        pass

    def add(self, name):
        pass

    def __iter__(self):
        return primes()
