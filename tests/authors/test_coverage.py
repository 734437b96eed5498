"""Input coverage: the pairs of input values that no check asks for are found, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.authors.coverage import Coverage, coverage, coverage_problems, coverage_rows, word_problems
from autograder.authors.new import new_exercise
from autograder.errors import AuthorError
from autograder.exercises.load import find_assignment
from autograder.exercises.traits import read_traits
from autograder.grading.catalogue import Catalogue

CHECKS = '''"""Checks."""

import numpy as np

from autograder.checks import assert_array, points


@points(1, rung="doubling")
def test_fixed(student):
    """It doubles a row, and a negative matrix."""
    assert_array(student.pooling(np.array([5.0])), [10.0])
    assert_array(student.pooling(np.array([[-5.0]])), [[-10.0]])


@points(1, rung="doubling")
def test_random(student, rng):
    """It doubles random rows."""
    x = rng.integers(1, 9, 3) * 1.0
    assert_array(student.pooling(x * rng.choice([-1, 1])), x * 2)
'''
TRAITS = '''"""Traits."""

from autograder.exercises.traits import Impossible, Traits


def of(x):
    sign = "negative" if x.flat[0] < 0 else "positive"
    return {"axes": "a row" if x.ndim == 1 else "a matrix", "sign": sign}


VALUES = {"axes": ("a row", "a matrix"), "sign": ("positive", "negative")}
TRAITS = {"pooling": Traits(of, VALUES, (IMPOSSIBLE), {"fa": {"a row": "سطر"}})}
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = new_exercise("q7_pooling", tmp_path / "solutions")
    (folder / "test_hidden.py").write_text(CHECKS, encoding="utf-8")
    (folder / "test_visible.py").unlink()
    return folder


def covered(folder: Path, impossible: str = "") -> dict[str, Coverage]:
    text = TRAITS.replace("(IMPOSSIBLE)", f"({impossible})")
    (folder / "traits.py").write_text(text, encoding="utf-8")
    assignment = find_assignment(folder.name, folder.parent)
    return coverage(assignment, read_traits(folder), Catalogue(folder).new_handler())


def test_a_pair_that_is_not_asked_in_every_draw_is_missing(folder: Path) -> None:
    """Fixed inputs count, random ones only where no draw lacks the pair; each value is wanted in both."""
    found = covered(folder)

    problems = list(coverage_problems(found))
    remedy = "add such a call, or name the reason in traits.py"
    assert found["pooling"].missing() == [("a row", "negative"), ("a matrix", "positive")]
    assert problems[0] == f"no check asks pooling for 'a row' with 'negative'; {remedy}"
    values = "'a matrix', 'positive' and 'negative'"
    assert problems[2:] == [f"no check with random inputs in every draw asks pooling for {values}"]
    assert list(coverage_rows(found)) == ["  pooling: 2 of 4 pairs of input values asked"]


def test_a_pair_with_a_reason_is_not_missed_unless_it_is_asked(folder: Path) -> None:
    """An excuse silences a pair; an excuse for what a check does ask is a problem."""
    excuse = 'Impossible(("a row",), ("negative", "positive"), "rows are sums"),'
    found = covered(folder, excuse)

    assert found["pooling"].missing() == [("a matrix", "positive")]
    finding = "traits.py calls 'a row' with 'positive' impossible for pooling, but a check asks for it"
    assert finding in list(coverage_problems(found))


def test_a_declaration_that_is_wrong_is_said(folder: Path) -> None:
    """An unknown value, one that two traits share, and a function that raises are each one sentence."""
    with pytest.raises(AuthorError, match="pooling has no value 'a cube'"):
        covered(folder, 'Impossible(("a cube",), ("negative",), "?"),')
    (folder / "traits.py").write_text(TRAITS.replace("(IMPOSSIBLE)", "()").replace('"a row" if', '"rows" if'))
    assignment = find_assignment(folder.name, folder.parent)
    with pytest.raises(AuthorError, match="'rows' is no declared value of 'axes'"):
        coverage(assignment, read_traits(folder), Catalogue(folder).new_handler())
    shared = TRAITS.replace("(IMPOSSIBLE)", "()").replace('("positive", "negative")', '("a row", "negative")')
    (folder / "traits.py").write_text(shared)
    with pytest.raises(AuthorError, match="two traits of pooling share a value"):
        read_traits(folder)
    (folder / "traits.py").write_text(TRAITS.replace("(IMPOSSIBLE)", "()").replace("x.flat[0]", "x.gone"))
    with pytest.raises(AuthorError, match=r"traits\.py fails on a call in test_fixed: AttributeError"):
        coverage(assignment, read_traits(folder), Catalogue(folder).new_handler())


def test_a_value_without_words_in_a_language_is_named(folder: Path) -> None:
    """Students read the values in every language of the course."""
    covered(folder)

    found = list(word_problems(read_traits(folder), ["fa"]))
    assert found == ["traits.py lacks 'fa' words of pooling for 'a matrix', 'positive' and 'negative'"]


def test_an_exercise_without_traits_has_no_coverage(folder: Path) -> None:
    """Nothing is asked of a course that declares nothing."""
    assert read_traits(folder) == {}
    assert coverage(find_assignment(folder.name, folder.parent), {}, Catalogue(folder).new_handler()) == {}
