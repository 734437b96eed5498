"""The checks of playlist that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="playlist")
def test_each_artist_has_an_entry(student):
    """by_artist gives the titles and seconds of each artist."""
    songs = [
        {"title": "Down", "artist": "Mo", "seconds": 100},
        {"title": "Rain", "artist": "Ivy", "seconds": 120},
        {"title": "Up", "artist": "Mo", "seconds": 200},
    ]

    expected = {
        "Mo": {"titles": ["Down", "Up"], "seconds": 300},
        "Ivy": {"titles": ["Rain"], "seconds": 120},
    }
    assert_equal(student.by_artist(songs), expected)
