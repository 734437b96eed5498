"""Words of the same letters.

Fill in every part that says 'write your answer/code here'.
"""


# %%
def anagrams(words: list[str]) -> list[set[str]]:
    """Return the sets of words with the same letters, largest first; no set of one word, capitals count."""
    found: dict[str, set[str]] = {}
    for word in words:
        found.setdefault("".join(sorted(word)), set()).add(word)
    return sorted((group for group in found.values() if len(group) > 1), key=len, reverse=True)
