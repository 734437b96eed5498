"""Describes itself in fifty megabytes, with control characters and markup."""


class Clock:
    def __init__(self, *arguments):
        pass

    def __repr__(self):
        return "\x1b[31m<script>\u202e" * 3_000_000

    def __add__(self, other):
        return self


def root(x):
    return Clock()
