"""Brackets that match.

Fill in every part that says 'write your answer/code here'.
"""


# %%
def balanced(text: str) -> bool:
    """Return whether each bracket of (), [] and {} in a text is closed by its own kind, in order."""
    pairs, waiting = {")": "(", "]": "[", "}": "{"}, []
    for letter in text:
        if letter in pairs.values():
            waiting.append(letter)
        elif letter in pairs and (not waiting or waiting.pop() != pairs[letter]):
            return False
    return not waiting
