"""Mistakes and variants as files: what is read of them, and the module that they and the solution become."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.errors import AuthorError
from autograder.exercises.overlays import composed, mistakes, solution_source, variants

MISTAKE = '''"""The array is
tripled."""

from small import (
    double as right_double,
    table,
)

RUNG = "double"
ALSO = ("manners",)
HINT_EN = "What is twice " "one?"
HINT_FA = "دو برابرِ یک؟"

# \u2028 and \x0c are no ends of lines
def double(x, times=1):
    return right_double(x, times) * 1.5
'''


@pytest.fixture
def overlays(small_exercise: Path) -> Path:
    for kind in ("mistakes", "variants"):
        (small_exercise / kind).mkdir()
    (small_exercise / "mistakes" / "tripled.py").write_text(MISTAKE)
    (small_exercise / "variants" / "added.py").write_text(
        '"""Adds."""\n\ndef double(x, times=1):\n    return (x + x) * times\n'
    )
    return small_exercise


def test_a_mistake_is_read_without_being_run(overlays: Path) -> None:
    """Sentence, rung, further rungs and hints come from the file's text."""
    (mistake,) = mistakes(overlays)

    assert (mistake.exercise, mistake.name, mistake.sentence) == ("small", "tripled", "The array is tripled.")
    assert (mistake.rung, mistake.also) == ("double", ("manners",))
    assert mistake.hints == {"en": "What is twice one?", "fa": "دو برابرِ یک؟"}


def test_overlay_and_solution_become_one_module(overlays: Path) -> None:
    """`from small import double as right_double` means the solution's; the overlay's own `double` follows."""
    names: dict[str, object] = {}
    exec(composed(overlays, mistakes(overlays)[0]), names)

    assert names["double"](1.0) == 3 and names["right_double"](1.0) == 2 and names["table"] == [1, 2]  # type: ignore[operator]
    assert composed(overlays) == solution_source(overlays)


def test_lines_keep_their_numbers(overlays: Path) -> None:
    """A message about a mistake's line is about that line of its file."""
    assert mistakes(overlays)[0].source.split("\n").index("def double(x, times=1):") == MISTAKE.split(
        "\n"
    ).index("def double(x, times=1):")


def test_a_variant_needs_no_rung(overlays: Path) -> None:
    """A variant is right: it has a sentence and nothing to be caught on."""
    (variant,) = variants(overlays)

    assert (variant.sentence, variant.rung, variant.hints) == ("Adds.", "", {})


@pytest.mark.parametrize(
    "missing",
    [
        '"""The array is\ntripled."""',
        'RUNG = "double"',
        'HINT_EN = "What is twice " "one?"',
    ],
)
def test_a_mistake_that_lacks_something_is_its_author_s(overlays: Path, missing: str) -> None:
    """One line names the file and what a mistake needs."""
    (overlays / "mistakes" / "tripled.py").write_text(MISTAKE.replace(missing, ""))
    with pytest.raises(
        AuthorError,
        match=r"^small/mistakes/tripled\.py needs a docstring, RUNG and HINT in the default language, 'en'$",
    ):
        mistakes(overlays)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("def", r"invalid syntax \(line 1\)"),
        ('RUNG = "a" + x', r"RUNG is computed \(line 1\); write it as a literal"),
        ("\nHINT_EN = f'{1}'", r"HINT_EN is computed \(line 2\)"),
    ],
)
def test_a_mistake_that_can_t_be_read_is_its_author_s(overlays: Path, text: str, reason: str) -> None:
    """No traceback: the file and the reason."""
    (overlays / "mistakes" / "tripled.py").write_text(text)
    with pytest.raises(AuthorError, match=rf"^small/mistakes/tripled\.py can't be read: {reason}"):
        mistakes(overlays)
