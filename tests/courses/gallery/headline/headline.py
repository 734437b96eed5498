"""Headlines: which words of a title are capitalised.

Fill in every part that says 'write your answer/code here'.
"""

from typing import Final

# %%
SMALL: Final = ("a", "an", "and", "in", "of", "the")


# %%
def headline(text: str) -> str:
    """Return `text` as a headline: each word capitalised, but not those in SMALL, unless they come first."""
    words = [word if word in SMALL else word.capitalize() for word in text.lower().split()]
    return " ".join([*(word.capitalize() for word in words[:1]), *words[1:]])
