"""shifted shifts spaces and signs, too."""

from secret_message import Message as Right

RUNG = "shifting"
ALSO = ("solving",)
HINT = "Shift 'a b' by one."


class Message(Right):
    def shifted(self, shift):
        return Message("".join(chr((ord(c) - ord("a") + shift) % 26 + ord("a")) for c in self.text))
