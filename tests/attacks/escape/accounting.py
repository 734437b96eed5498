"""Lets the kernel write about every process that ends."""


def probe():
    return kernel("acct", None) == 0
