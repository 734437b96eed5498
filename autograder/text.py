"""Small texts: what a student wrote, cleaned and bounded; numbers and counts as people write them."""

from __future__ import annotations

import hashlib
import re
import unicodedata


def clean_text(text: object, limit: int = 300, keep: str = "") -> str:
    """Return text of a student's making as one bounded line without control, formatting or direction characters.

    Of a sentence that is made already, `keep` what its own language needs.
    """
    words = " ".join(str(text)[: 4 * limit].split())
    kept = "".join(
        character for character in words if character in keep or unicodedata.category(character)[0] != "C"
    )
    return kept if len(kept) <= limit else kept[: limit - 1] + "…"


def number(value: float) -> str:
    """Write points as people do: 12, 7.5."""
    return f"{value:g}"


def count(many: int, noun: str) -> str:
    """Write a number of things: `1 check`, `2 checks`."""
    return f"{many} {noun}" + ("" if many == 1 else "s")


def first_line(problem: str) -> str:
    """Return a problem without the line of code below it, for where there is room for one line."""
    return problem.partition("\n")[0]


def safe_file_name(name: str) -> str:
    """Return a submission's name as a file name that can't leave its folder, nor be that of another submission."""
    safe = (
        clean_text(name, 120)
        .replace("/", "_")
        .replace("\\", "_")
        .lstrip(".")
        .encode()[:200]
        .decode(errors="ignore")
    )
    hashed = re.search(r"-[0-9a-f]{8}$", name)  # could be the name that another one gets below
    return (
        safe
        if safe and safe == name and not hashed
        else f"{safe}-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}"
    )
