"""solved gives the shift that leads back, and not the one that was used."""

from secret_message import SecretMessage as Right

RUNG = "solving"
HINT = "Shift 'hello' by 2, and solve it."


class SecretMessage(Right):
    def solved(self, words):
        shift, text = super().solved(words)
        return 26 - shift, text
