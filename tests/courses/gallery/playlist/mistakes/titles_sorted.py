"""by_artist sorts the titles."""

RUNG = "playlist"
HINT = "Give one artist the songs 'Z' and 'A', in this order."


def by_artist(songs):
    found = {}
    for song in songs:
        entry = found.setdefault(song["artist"], {"titles": [], "seconds": 0})
        entry["titles"] = sorted([*entry["titles"], song["title"]])
        entry["seconds"] += song["seconds"]
    return found
