"""shifted goes on after z with other characters."""

from secret_message import Message as Right

RUNG = "shifting"
ALSO = ("solving",)
HINT = "Shift 'z' by one."


class Message(Right):
    def shifted(self, shift):
        return Message("".join(chr(ord(c) + shift) if c.islower() else c for c in self.text))
