"""Texts in further languages, and TOML as we write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.errors import AuthorError
from autograder.exercises.load import find_assignment
from autograder.exercises.overlays import mistakes
from autograder.exercises.texts import Texts, read_texts
from autograder.exercises.toml_files import read_toml, toml_text
from autograder.i18n import set_language
from autograder.results import Verdict

GERMAN = """
[sentences]
test_table = "table enthält Eins und Zwei."

[rungs]
"by hand" = "von Hand"

[mistakes]
tripled = "Es wird verdreifacht."

[hints]
tripled = "Was ist zweimal eins?"
"""


@pytest.fixture
def exercise(small_exercise: Path) -> Path:
    """The small exercise, in English and partly in German."""
    (small_exercise.parent / "course.toml").write_text('languages = ["en", "de"]')
    (small_exercise / "texts.de.toml").write_text(GERMAN, encoding="utf-8")
    (small_exercise / "mistakes").mkdir()
    (small_exercise / "mistakes" / "tripled.py").write_text(
        '"""It is tripled."""\n\nRUNG = "double"\nHINT = "What is twice one?"\n'
    )
    return small_exercise


@pytest.mark.parametrize("language", ["en", "de", "fa", "de_AT.UTF-8"])
def test_students_read_the_language_of_their_choice(
    exercise: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not written in it they read in the course's own."""
    monkeypatch.setenv("LANGUAGE", "en")  # restored after the test
    set_language(language)
    table, double, *_ = find_assignment("small", exercise.parent).checks
    (mistake,) = mistakes(exercise)
    shown, other = table.result(Verdict.FAILED), double.result(Verdict.FAILED)

    german = language.startswith("de")
    assert shown.sentence == ("table enthält Eins und Zwei." if german else "table holds one and two.")
    assert shown.rung == ("von Hand" if german else "by hand")
    assert (other.sentence, other.rung) == ("double gives twice the array.", "double")
    assert mistake.misconception == ("Es wird verdreifacht." if german else "It is tripled.")
    assert mistake.hint == ("Was ist zweimal eins?" if german else "What is twice one?")


def test_texts_in_a_mistake_s_own_file_count_too(exercise: Path) -> None:
    """`HINT_DE` and `SENTENCE_DE` beside `HINT`."""
    file = exercise / "mistakes" / "tripled.py"
    file.write_text(f'{file.read_text()}HINT_DE = "Und zweimal zwei?"\nSENTENCE_FA = "x"\n')
    (mistake,) = mistakes(exercise)

    assert mistake.hints == {"en": "What is twice one?", "de": "Und zweimal zwei?"}
    assert mistake.sentences == {"en": "It is tripled.", "de": "Es wird verdreifacht.", "fa": "x"}


def test_random_inputs_do_not_depend_on_texts(exercise: Path) -> None:
    """A better translation changes nobody's grade."""
    before = [check.source_digest for check in find_assignment("small", exercise.parent).checks]
    (exercise / "texts.de.toml").unlink()

    assert [check.source_digest for check in find_assignment("small", exercise.parent).checks] == before


def test_students_get_the_texts_of_their_own_checks_only() -> None:
    """Neither what hidden checks say nor what mistakes do and hint at."""
    texts = Texts({"test_a": "a", "test_hidden": "b"}, {"easy": "c", "hard": "d"}, {"m": "e"}, {"m": "f"})

    assert texts.public({"test_a": "easy"}) == {"sentences": {"test_a": "a"}, "rungs": {"easy": "c"}}
    assert texts.public({}) == {}


@pytest.mark.parametrize(
    "text, message",
    [
        (
            "[sentence]\na = 'b'",
            "has an unknown key 'sentence'; it may have sentences, rungs, mistakes, hints",
        ),
        ("sentences = 3", "sentences is 3; write a table of texts"),
        ("[hints]\na = 3", "hints.a is 3; write a text in quotes"),
        ("[hints", "is no TOML: "),
    ],
)
def test_what_is_wrong_is_one_sentence(exercise: Path, text: str, message: str) -> None:
    """It names the file and the key, and says what to write."""
    (exercise / "texts.de.toml").write_text(text)
    with pytest.raises(AuthorError, match=rf"^small/texts\.de\.toml:? {message}"):
        read_texts(exercise / "texts.de.toml")


def test_toml_that_we_write_says_what_it_was_made_of(tmp_path: Path) -> None:
    """Whatever is in keys and texts."""
    odd = 'a "b" \\ \n\t\x7f\x01 é 𝄞 # ]'
    tables = {
        "a": odd,
        "b-c": [1, 2.5, odd],
        "t": {odd: odd, "inner": {"x": {"y": "z"}}},
        "u": {"v": {"w": 1}},
    }
    (tmp_path / "x.toml").write_text(toml_text(tables), encoding="utf-8")

    assert read_toml(tmp_path / "x.toml", tables.keys()) == tables
