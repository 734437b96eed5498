"""Runs code where its objects are forgotten: for ever, or with output."""


class Account:
    balance = 0

    def __init__(self, *arguments):
        pass

    def deposit(self, amount):
        pass

    def __del__(self):
        while True:
            print("still here")
