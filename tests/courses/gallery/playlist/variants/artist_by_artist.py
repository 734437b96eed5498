"""Goes through the songs again for each artist, and gives tuples of titles."""


def by_artist(songs):
    found = {}
    for artist in {song["artist"] for song in songs}:
        own = [song for song in songs if song["artist"] == artist]
        titles = tuple(song["title"] for song in own)
        found[artist] = {"seconds": sum(song["seconds"] for song in own), "titles": titles}
    return found
