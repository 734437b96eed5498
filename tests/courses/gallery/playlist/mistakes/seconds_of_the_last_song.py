"""by_artist gives the seconds of the last song only."""

RUNG = "playlist"
HINT = "Give one artist two songs, and look at the seconds."


def by_artist(songs):
    found = {}
    for song in songs:
        entry = found.setdefault(song["artist"], {"titles": [], "seconds": 0})
        entry["titles"].append(song["title"])
        entry["seconds"] = song["seconds"]
    return found
