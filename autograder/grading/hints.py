"""Hints that travel sealed: a student's folder has them, and only who makes a mistake can open its hint.

The key of a hint is made from the wrong results themselves: from those of one visible check, or from those
of all visible calls of one function. So `check` opens a hint only after it has seen exactly these results.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import math
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any, TypeAlias

import numpy as np

from autograder.errors import AuthorError
from autograder.grading.check_run import CheckRun
from autograder.i18n import in_wanted_language
from autograder.results import WRONG
from autograder.session.request import Exchange

BLOB_BYTES = 768
TAG_BYTES = 16
STRETCHING = 40_000
"""Rounds of PBKDF2: some 20 ms for each key, for a student as for who tries many."""
DECIMALS = 1000.0
SHIFT = 0.00012345
"""Added before rounding: results of exercises often end in 5, where the last bit would decide."""

Key: TypeAlias = bytes
Words: TypeAlias = dict[str, tuple[str, str]]
"""What a hint says: by language, the misconception and the hint."""


def check_material(exercise: str, check: str, exchanges: Iterable[Exchange]) -> bytes | None:
    """Return what the key of one check is made from: all results of its calls. None if one is missing."""
    return _material([exercise, "check", check], [one for one in exchanges if is_call(one)])


def function_material(exercise: str, function: str, exchanges: Iterable[Exchange]) -> bytes | None:
    """Return what the key of a function is made from: the results of all its visible calls."""
    own = [one for one in exchanges if is_call(one) and one.name == function]
    return _material([exercise, "function", function], own)


def is_call(exchange: Exchange) -> bool:
    """Return whether a request calls something. Values that are worked out by hand can be guessed."""
    return exchange.awaited is None and bool(exchange.request[0] == "call")


def _material(place: list[str], exchanges: Sequence[Exchange]) -> bytes | None:
    replies = [one.reply for one in exchanges]
    has_value = any(reply[:1] == ["value"] for reply in replies)  # without one, nothing is sealed
    if not has_value or not all(replies):
        return None
    return json.dumps([place, list(map(_reply_form, replies))]).encode()


def _reply_form(reply: list[Any]) -> Any:
    """Return a reply as plain JSON. What no check tells apart has one form; of an error, two words count."""
    return form(reply[1]) if reply[0] == "value" else reply[:3]


def form(value: Any) -> Any:
    """Return the one JSON form of values that are equal for a check, numbers rounded to three decimals."""
    if isinstance(value, bool | str | None):
        return value
    array = as_numbers(value)
    if array is not None:
        return [list(array.shape), *map(_rounded, array.ravel().tolist())]
    if isinstance(value, dict):
        return sorted((repr(form(key)), form(member)) for key, member in value.items())
    if isinstance(value, list | tuple):
        return ["members", *map(form, value)]
    return repr(value)


def as_numbers(value: Any) -> np.ndarray[Any, Any] | None:
    """Return a number, an array or regular nested lists of numbers as an array; None for all else."""
    try:
        array = np.asarray(value)
    except ValueError:  # rows of different lengths
        return None
    return array if array.dtype.kind in "biuf" else None


def _rounded(number: float) -> int | str:
    return round((number + SHIFT) * DECIMALS) if math.isfinite(number) else str(number)


def stretched(material: bytes) -> Key:
    """Return the key that some material makes, after some 20 ms."""
    return hashlib.pbkdf2_hmac("sha256", material, b"sealed hint", STRETCHING)


def sealed(key: Key, words: Words) -> bytes:
    """Return a blob of `BLOB_BYTES` that only this key opens. Raises AuthorError for words that are too long.

    A key seals one text only, so the stream needs no number of its own.
    """
    text = zlib.compress(json.dumps(words, ensure_ascii=False).encode(), 9)
    room = BLOB_BYTES - TAG_BYTES
    if len(text) > room:
        first = next(iter(words.values()))[0]
        raise AuthorError(f"the words of a mistake are too long for a sealed hint; shorten them: {first}")
    cipher = _xor(text.ljust(room, b"\0"), _stream(key, room))
    return _tag(key, cipher) + cipher


def opened(key: Key, blobs: Iterable[bytes]) -> Words | None:
    """Return what the blob of this key says; None if none of them is its blob."""
    for blob in blobs:
        tag, cipher = blob[:TAG_BYTES], blob[TAG_BYTES:]
        if hmac.compare_digest(tag, _tag(key, cipher)):
            text = zlib.decompressobj().decompress(_xor(cipher, _stream(key, len(cipher))), 8 * BLOB_BYTES)
            return {language: (said[0], said[1]) for language, said in json.loads(text).items()}
    return None


def _stream(key: Key, length: int) -> bytes:
    return hashlib.shake_256(b"stream" + key).digest(length)


def _tag(key: Key, cipher: bytes) -> bytes:
    return hmac.new(b"tag" + key, cipher, "sha256").digest()[:TAG_BYTES]


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(left ^ right for left, right in zip(one, other, strict=True))


class SealedHints:
    """The hints in a student's folder."""

    def __init__(self, data: bytes) -> None:
        """Take the blobs of a file. What is left at its end, of a damaged file, is ignored."""
        self.blobs = [
            data[start : start + BLOB_BYTES] for start in range(0, len(data) - BLOB_BYTES + 1, BLOB_BYTES)
        ]

    def explain(self, runs: Sequence[CheckRun]) -> None:
        """Put the words of every hint that opens into the results of checks that failed."""
        if not self.blobs:
            return
        words_of, material_of = cache(self._words), cache(partial(_material_of_function, runs))
        for run in runs:
            if run.result.verdict in WRONG:
                words = next(filter(None, map(words_of, _materials(run, material_of))), None)
                if words:
                    misconception, hint = in_wanted_language(words)
                    run.result = replace(run.result, misconception=misconception, hint=hint)

    def _words(self, material: bytes) -> Words | None:
        return opened(stretched(material), self.blobs)


def _materials(run: CheckRun, material_of: Callable[[str, str], bytes | None]) -> Iterator[bytes]:
    """Yield what could be a key for a failed check: its own results, then those of each function it calls."""
    exercise, own = run.check.exercise, fixed_exchanges([run])
    functions = dict.fromkeys(one.name for one in own)
    candidates = (material_of(exercise, function) for function in functions)
    yield from filter(None, (check_material(exercise, run.check.name, own), *candidates))


def _material_of_function(runs: Sequence[CheckRun], exercise: str, function: str) -> bytes | None:
    own = [run for run in runs if run.check.exercise == exercise]
    return function_material(exercise, function, fixed_exchanges(own))


def fixed_exchanges(runs: Iterable[CheckRun]) -> list[Exchange]:
    """Return what checks without random inputs asked and got. Only these are the same for everybody."""
    return [one for run in runs if not run.check.random for one in run.exchanges]
