"""solved stops at the first shift that gives a known word."""

from secret_message import SecretMessage as Right

RUNG = "solving"
HINT = "What if a wrong shift gives a known word by chance?"


class SecretMessage(Right):
    def solved(self, words):
        for shift in range(26):
            text = self.shifted(-shift).text
            if words & set(text.split()):
                return shift, text
