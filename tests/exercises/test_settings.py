"""`exercise.toml`: what an author says of one exercise."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.errors import AuthorError
from autograder.exercises.settings import Settings, read_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "sums").mkdir()
    return tmp_path / "sums" / "exercise.toml"


def test_every_key_may_be_left_out(file: Path) -> None:
    """So may the file."""
    assert read_settings(file) == Settings()
    file.write_text("")
    assert read_settings(file) == Settings()


def test_students_get_what_it_says_without_its_comments(file: Path) -> None:
    """Title, packages and limits. A comment may be the author's own note."""
    file.write_text('title = "Sums"  # easy\nrequires = ["pandas"]\n[limits]\ncall_seconds = 5\n')
    found = read_settings(file, "de")

    assert found == Settings({"de": "Sums"}, ("pandas",), {"call_seconds": 5})
    assert found.as_toml() == {
        "requires": ["pandas"],
        "title": {"de": "Sums"},
        "limits": {"call_seconds": 5},
    }


WRONG = {
    "a misspelt key": ("limit = 3", "has an unknown key 'limit'; it may have title, requires, limits"),
    "packages that are no list": ("requires = 'pandas'", "requires is 'pandas'; write a list of names"),
    "a package that is no name": ("requires = [1]", "requires is 1; write a list of names"),
    "an unknown limit": (
        "[limits]\ncall_minutes = 1",
        "there is no limit 'call_minutes'; there are call_seconds",
    ),
    "a limit in quotes": ("[limits]\ncall_seconds = '5'", "limits.call_seconds is '5'; write a number"),
    "a limit of nothing": ("[limits]\ncall_seconds = 0", "limits.call_seconds is 0; write a number above 0"),
    "no limit at all": ("[limits]\ncall_seconds = inf", "limits.call_seconds is inf; write a number above 0"),
    "a truth for a limit": ("[limits]\ncall_seconds = true", "is True; write a number above 0"),
}


@pytest.mark.parametrize("text, message", WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_one_sentence(file: Path, text: str, message: str) -> None:
    """It names the file and the key, and says what to write."""
    file.write_text(text)
    with pytest.raises(AuthorError, match=rf"^sums/exercise\.toml(:| ).*{message}"):
        read_settings(file)
