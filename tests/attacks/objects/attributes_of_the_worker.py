"""Has attributes that lead into the worker's own code, and deletes it."""

import sys


class Account:
    balance = sys.modules
    secret = sys._getframe

    def __init__(self, *arguments):
        pass

    def deposit(self, amount):
        return sys._getframe(1).f_globals
