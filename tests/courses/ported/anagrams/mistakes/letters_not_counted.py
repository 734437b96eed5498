"""anagrams looks at which letters there are, and not at how often."""

RUNG = "anagrams"
HINT = "Are 'lop' and 'pool' anagrams?"


def anagrams(words):
    found = {}
    for word in words:
        found.setdefault(frozenset(word), set()).add(word)
    return sorted([group for group in found.values() if len(group) > 1], key=len, reverse=True)
