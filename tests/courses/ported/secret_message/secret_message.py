"""Secret messages: a class and a subclass.

Fill in every part that says 'write your answer/code here'.
"""


# %%
class Message:
    """A text."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self.text = text

    def shifted(self, shift: int) -> "Message":
        """Return a message in which each small letter has moved `shift` places on in the alphabet."""
        letters = [
            chr((ord(letter) - ord("a") + shift) % 26 + ord("a")) if "a" <= letter <= "z" else letter
            for letter in self.text
        ]
        return Message("".join(letters))


# %%
class SecretMessage(Message):
    """A message that was shifted."""

    def solved(self, words: set[str]) -> tuple[int, str]:
        """Return the shift that was used and the text, such that most of its words are in `words`."""

        def known(shift: int) -> int:
            return sum(word in words for word in self.shifted(-shift).text.split())

        best = max(range(26), key=known)
        return best, self.shifted(-best).text
