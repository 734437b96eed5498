"""Sealed hints: who makes a known mistake can open its hint, and nobody else."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from tiers import end_to_end

from autograder.authors.sealing import LEAST_BLOBS, MIN_BITS, SealedBlobs, seal_hints
from autograder.authors.trial import attempt
from autograder.errors import AuthorError
from autograder.exercises.assignment import Assignment
from autograder.exercises.layout import HINTS
from autograder.exercises.load import folder_checks
from autograder.exercises.overlays import Overlay, mistakes, variants
from autograder.grading.catalogue import Catalogue
from autograder.grading.check_run import CheckRun
from autograder.grading.hints import BLOB_BYTES, SealedHints, form, opened, sealed, stretched

ROOT = Path(__file__).parents[2]
EXERCISES = sorted(path.parent.name for path in (ROOT / "solutions").glob("*/mistakes"))
WORDS = {"en": ("It triples.", "Try 1."), "fa": ("سه برابر می‌کند.", "با یک بیازمایید.")}


@cache
def visible(exercise: str) -> Assignment:
    folder = ROOT / "solutions" / exercise
    return Assignment(
        exercise, (folder,), tuple(check for check in folder_checks(folder) if not check.hidden)
    )


@cache
def sealed_now(exercise: str) -> SealedBlobs:
    return seal_hints(ROOT / "solutions" / exercise, visible(exercise).checks)


@cache
def published(exercise: str) -> SealedHints:
    return SealedHints((ROOT / "assignments" / exercise / HINTS).read_bytes())


def explained(exercise: str, *stack: Overlay) -> list[CheckRun]:
    """Return the runs of the visible checks, with the words of the hints that open."""
    catalogue = Catalogue(ROOT / "solutions" / exercise)
    runs = attempt(visible(exercise), lambda: catalogue.new_handler(*stack), catalogue).runs
    published(exercise).explain(runs)
    return list(runs)


def hints_of(exercise: str, *stack: Overlay) -> set[str]:
    return {run.result.misconception for run in explained(exercise, *stack)} - {""}


def test_a_key_opens_its_blob_only() -> None:
    """The words come out as they went in, in every language. Another key opens nothing."""
    key, other = stretched(b"these results"), stretched(b"other results")
    blobs = [sealed(other, {"en": ("Else.", "Else.")}), sealed(key, WORDS)]

    assert opened(key, blobs) == WORDS
    assert opened(stretched(b"no results"), blobs) is None
    assert {len(blob) for blob in blobs} == {BLOB_BYTES}


@pytest.mark.parametrize("place", [0, 15, 16, BLOB_BYTES - 1])
def test_a_damaged_blob_does_not_open(place: int) -> None:
    """Whichever byte is changed, nothing is read of it: a damaged file is no traceback."""
    key = stretched(b"these results")
    blob = bytearray(sealed(key, WORDS))
    blob[place] ^= 1

    assert opened(key, [bytes(blob)]) is None
    assert SealedHints(bytes(blob)[:-1]).blobs == []


def test_words_that_are_too_long_are_the_author_s_to_shorten() -> None:
    """A blob has one length, so that the length says nothing."""
    text = "".join(np.random.default_rng(0).choice(list("abcdefghijklmnop"), 5_000))

    with pytest.raises(AuthorError, match="too long"):
        sealed(b"key", {"en": (text, text)})


def test_equal_results_have_one_form() -> None:
    """A list, a tuple and an array of the same numbers, and sums in another order, make the same key."""
    assert form([[1, 2.0]]) == form(np.array([[1.0, 2.0]])) == form(((1, 2),))
    assert form(0.1 + 0.2) == form(0.3) and form(2.0005) == form(2.0005 + 1e-12)
    assert form(True) != form(1) and form([1, 2]) != form([[1, 2]]) and form("1") != form(1)
    assert json.dumps(form({"b": [np.nan, "x"], "a": None, 3: (1, [2, "y"])}))


@pytest.mark.parametrize("exercise", end_to_end(["q2_pointwise"], EXERCISES))
def test_nobody_else_opens_a_hint(exercise: str) -> None:
    """Neither the solution, nor a variant, nor a mistake without a sealed hint sees words of a mistake."""
    folder = ROOT / "solutions" / exercise
    names = sealed_now(exercise).opens_for
    without = [one for one in mistakes(folder) if one.name not in names and not one.same_as]

    assert hints_of(exercise) == set()
    for one in [*variants(folder), *without]:
        assert hints_of(exercise, one) == set(), one.name


@pytest.mark.parametrize("exercise", end_to_end(["q2_pointwise"], EXERCISES))
def test_who_makes_a_mistake_opens_its_hint_and_no_other(exercise: str) -> None:
    """Of every mistake that is said to have a hint, exactly its sentence is read."""
    folder = ROOT / "solutions" / exercise
    sealed_file = sealed_now(exercise)
    chosen = [one for one in mistakes(folder) if one.name in sealed_file.opens_for]

    assert len(chosen) >= 0.3 * sealed_file.failing
    for one in chosen:
        assert hints_of(exercise, one) == {one.sentence}, one.name


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_file_does_not_tell_how_many_mistakes_there_are(exercise: str) -> None:
    """Their number is a power of two, they are all of one length, and look like noise in sorted order."""
    blobs = published(exercise).blobs

    assert len(blobs) >= LEAST_BLOBS and len(blobs) & (len(blobs) - 1) == 0
    assert blobs == sorted(blobs) and len(set(blobs)) == len(blobs)
    bits = np.unpackbits(np.frombuffer(b"".join(blobs), np.uint8))
    assert abs(bits.mean() - 0.5) < 4 * 0.5 / bits.size**0.5
    first = np.array([blob[0] for blob in blobs])
    assert np.abs(np.sort(first) / 256 - np.arange(len(first)) / len(first)).max() < 1.63 / len(first) ** 0.5


def test_small_results_are_not_sealed() -> None:
    """Who tries all small sizes at a visible check opens nothing: such keys are not worth guessing bits."""
    exercise = "q1_convolution"
    tried = 0
    for check in visible(exercise).checks:
        if check.rung != "output size":
            continue
        for wrong in range(8):
            material = json.dumps([[exercise, "check", check.name], [[[], wrong * 1000]] * 3]).encode()
            tried += 1
            assert opened(stretched(material), published(exercise).blobs) is None
    assert tried >= 8 and MIN_BITS >= 12
