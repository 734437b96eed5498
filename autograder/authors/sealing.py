"""Sealing the hints of an exercise for its students' folder, and proving who can open them."""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from autograder.authors.trial import attempt
from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.layout import HIDDEN_CHECKS, solution_file
from autograder.exercises.overlays import Overlay, variants
from autograder.grading.catalogue import Catalogue, Inquiry
from autograder.grading.hints import (
    BLOB_BYTES,
    Words,
    as_numbers,
    check_material,
    fixed_exchanges,
    function_material,
    is_call,
    sealed,
    stretched,
)
from autograder.results import WRONG
from autograder.session.request import Exchange

MIN_BITS = 12
"""How many bits of guessing a key must be worth: 4,000 keys, or more than a minute of computing."""
LEAST_BLOBS = 64
TEXT_BITS = 8.0
"""What a wrong text counts: it may be one of few words."""


@dataclass(frozen=True)
class SealedBlobs:
    """What a student's folder gets, and for authors: which mistakes have a hint there, of how many."""

    blobs: tuple[bytes, ...]
    opens_for: tuple[str, ...]
    failing: int
    """How many mistakes fail a visible check."""


@dataclass(frozen=True)
class _Material:
    """What a key can be made from, and how much work it would be to guess it."""

    content: bytes
    bits: float


def seal_hints(folder: Path, checks: Sequence[Check]) -> SealedBlobs:
    """Return the hints of an exercise, sealed for students.

    A mistake has a hint here if it fails a visible check without random inputs, and if its results there are
    its own: neither the solution, nor a variant, nor any other mistake gives them.
    """
    fixed = tuple(check for check in checks if not check.hidden and not check.random)
    catalogue, assignment = Catalogue(folder), Assignment(folder.name, (folder,), fixed)
    solution = _materials(assignment, catalogue)
    tried = {one: _materials(assignment, catalogue, one) for one in catalogue.mistakes}
    owners = defaultdict[bytes, set[Overlay | None]](set)
    for one, materials in [
        (None, solution),
        *((twin, _materials(assignment, catalogue, twin)) for twin in variants(folder)),
        *((one, tried[one]) for one in tried if not one.same_as),
    ]:
        for material in materials:
            owners[material.content].add(one)
    chosen = dict[Overlay, bytes]()
    for (mistake,) in catalogue.steady[1:]:
        unique = [one for one in tried[mistake] if len(owners[one.content]) == 1 and one.bits >= MIN_BITS]
        if unique:
            chosen[mistake] = unique[0].content
    blobs = [sealed(stretched(content), words_of(mistake)) for mistake, content in chosen.items()]
    failing = sum(1 for materials in tried.values() if materials)
    return SealedBlobs(_padded(blobs, _secret(folder)), tuple(one.name for one in chosen), failing)


def words_of(mistake: Overlay) -> Words:
    """Return what the hint of a mistake says, by language."""
    return {
        language: (mistake.sentences.get(language, mistake.sentence), hint)
        for language, hint in mistake.hints.items()
    }


def _materials(assignment: Assignment, catalogue: Catalogue, *stack: Overlay) -> list[_Material]:
    """Return what could be a key for this code: the checks that it fails, then the functions in them.

    The surest comes first, but a single check before a function: another mistake elsewhere spoils it less.
    """
    trial = attempt(assignment, partial(catalogue.new_handler, *stack), catalogue)
    everything = fixed_exchanges(trial.runs)
    failed = [run for run in trial.runs if run.result.verdict in WRONG]
    single = [
        _Material(content, _bits(run.exchanges, catalogue))
        for run in failed
        if (content := check_material(assignment.name, run.check.name, run.exchanges))
    ]
    functions = dict.fromkeys(one.name for run in failed for one in run.exchanges)
    of_functions = [
        _Material(content, _bits([one for one in everything if one.name == name], catalogue))
        for name in functions
        if (content := function_material(assignment.name, name, everything))
    ]
    by_bits = partial(sorted, key=lambda material: -material.bits)
    return [*by_bits(single), *by_bits(of_functions)]


def _bits(exchanges: Sequence[Exchange], catalogue: Catalogue) -> float:
    """Return how many bits somebody has to guess who knows the right results, and which numbers are wrong."""
    calls = [(one.reply, Inquiry((one.frame,))) for one in exchanges if is_call(one)]
    pairs = [(reply, catalogue.known(inquiry).reply(())) for reply, inquiry in calls]
    return sum(
        _guesses(got[1], right[1]) for got, right in pairs if got[:1] == ["value"] and right[:1] == ["value"]
    )


def _guesses(got: Any, right: Any) -> float:
    """Return the bits in what is wrong. A number is looked for around the right one, else around zero."""
    if isinstance(got, dict) and isinstance(right, dict):
        return sum(_guesses(got[key], right.get(key)) for key in got)
    left, expected = as_numbers(got), as_numbers(right)
    if left is not None and left.size:
        alike = expected is not None and expected.shape == left.shape
        around = expected.ravel() if expected is not None and alike else np.zeros(left.size)
        return sum(map(_bits_of, np.abs(left.ravel() - around * 1.0).tolist()))
    if isinstance(got, list | tuple):
        alike = isinstance(right, list | tuple) and len(right) == len(got)
        return sum(map(_guesses, got, right if alike else [None] * len(got)))
    return TEXT_BITS if isinstance(got, str) and got != right else 0.0


def _bits_of(distance: float) -> float:
    """Return log2 of the numbers as near as this: whole ones, or with two decimals if it is none."""
    if not math.isfinite(distance) or distance < 1e-3:
        return 0.0
    whole = abs(distance - round(distance)) < 1e-9
    return math.log2(2 * (distance if whole else 100 * distance) + 1)


def _padded(blobs: Sequence[bytes], secret: bytes) -> tuple[bytes, ...]:
    """Return the blobs among others that nothing opens, in an order that says nothing; none without blobs.

    Their number is a power of two, so it does not tell how many mistakes are known.
    """
    if not blobs:
        return ()
    count = max(LEAST_BLOBS, 1 << (len(blobs) - 1).bit_length())
    fill = hashlib.shake_256(b"nothing" + secret).digest((count - len(blobs)) * BLOB_BYTES)
    fillers = [fill[start : start + BLOB_BYTES] for start in range(0, len(fill), BLOB_BYTES)]
    return tuple(sorted([*blobs, *fillers]))


def _secret(folder: Path) -> bytes:
    """Return what no student knows, and what is the same whenever the exercise is published."""
    files = (solution_file(folder), folder / HIDDEN_CHECKS)
    return hashlib.sha256(b"".join(file.read_bytes() for file in files if file.is_file())).digest()
