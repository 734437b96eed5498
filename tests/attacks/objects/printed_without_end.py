"""Prints for ever, and exchanges the stream that the worker listens to."""

import sys


def greet(name):
    sys.stdout = sys.__stdout__
    while True:
        print("Hello, Ann!")
