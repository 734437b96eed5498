"""The checks of playlist that only the grader has."""

from autograder.checks import assert_equal, points


@points(1, rung="playlist")
def test_titles_keep_their_order(student):
    """by_artist gives the titles of an artist in the order of the playlist."""
    titles = ["Sea", "Air", "Ice", "Air"]
    songs = [{"title": title, "artist": "Mo", "seconds": 60} for title in titles]

    assert_equal(student.by_artist(songs)["Mo"]["titles"], titles)
