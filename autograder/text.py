"""Small texts: what a student wrote, cleaned and bounded; numbers and counts as people write them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from autograder.i18n import LAYOUT


def clean_text(text: object, limit: int = 300, keep: str = "") -> str:
    """Return text of a student's making as one line without control, formatting or direction characters.

    Args:
        limit: The most characters to return. A longer text ends in `…`.
        keep: Characters that stay although they are such: a sentence in Persian needs some.
    """
    kept = " ".join(str(text)[: 4 * limit].split())
    if not kept.isprintable():
        kept = "".join(
            character for character in kept if character in keep or unicodedata.category(character)[0] != "C"
        )
        kept = " ".join(kept.split())  # again, so that cleaning twice changes nothing
    return kept if len(kept) <= limit else kept[: limit - 1] + "…"


def clean_lines(text: object, limit: int = 8_000) -> str:
    """Return text that may quote file names for a terminal: its lines, without control characters."""
    lines = str(text)[:limit].expandtabs(4).split("\n")
    return "\n".join("".join(filter(_is_shown, line)) for line in lines)


def _is_shown(character: str) -> bool:
    return character in LAYOUT or unicodedata.category(character)[0] != "C"


def number(value: float) -> str:
    """Write points as people do: 12, 7.5."""
    return f"{value:g}"


def count(number_of_things: int, noun: str) -> str:
    """Write a number of things: `1 check`, `2 checks`."""
    return f"{number_of_things} {noun}" + ("" if number_of_things == 1 else "s")


def first_line(problem: str) -> str:
    """Return a problem without the line of code below it, for places with room for one line."""
    return problem.partition("\n")[0]


def safe_file_name(name: str) -> str:
    """Return a submission's name as a file name that can't leave its folder and that no other gets."""
    readable = clean_text(name, 120).replace("/", "_").replace("\\", "_").lstrip(".")
    safe = readable.encode()[:200].decode(errors="ignore")
    looks_hashed = re.search(r"-[0-9a-f]{8}$", name)  # it could be what another name becomes below
    if safe and safe == name and not looks_hashed:
        return safe
    return f"{safe}-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}"


def some_of(names: Sequence[str], most: int = 3) -> str:
    """Return a few of some names, and how many more there are: `a, b, c and 4 more`.

    >>> some_of(["a", "b"]), some_of(list("abcdefg"))
    ('a and b', 'a, b, c and 4 more')
    """
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
