"""Ends its process as a failed assertion in C does."""


def output_size(n, kernel, stride=1, padding=0):
    os.abort()
