"""A playlist: lists and dicts in one another.

Fill in every part that says 'write your answer/code here'.
"""


# %%
def by_artist(songs: list[dict]) -> dict[str, dict]:
    """Return for each artist the titles, in their order in `songs`, and the seconds of all together."""
    found: dict[str, dict] = {}
    for song in songs:
        entry = found.setdefault(song["artist"], {"titles": [], "seconds": 0})
        entry["titles"].append(song["title"])
        entry["seconds"] += song["seconds"]
    return found
