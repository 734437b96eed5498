"""anagrams gives words that have no partner, too."""

RUNG = "anagrams"
HINT = "What does anagrams(['dog']) give?"


def anagrams(words):
    found = {}
    for word in words:
        found.setdefault("".join(sorted(word)), set()).add(word)
    return sorted(found.values(), key=len, reverse=True)
