"""What Gradescope's export says of who sent what: `submission_metadata.yml`.

It looks like this, as tools on GitHub that read it agree (provenance's parse-export.test.ts, otter's and LA-Help's parsers, a dozen more):

    submission_1:
      :submitters:
      - :name: Ada Lovelace
        :sid: '100'
        :email: ada@example.edu
      :created_at: 2026-01-01 12:00:00.000000000 Z
      :results: …

Ruby writes it, in block style, and only `:submitters:` is read: line by line, every value as plain text. Nothing is resolved, so no tag,
date or alias means anything, and an alias is never followed. Whatever a student's program printed is deeper in, and can't look like a key.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable
from types import MappingProxyType

from autograder.errors import UsageError
from autograder.platforms import FOLDER
from autograder.submission import Person, clean_text

METADATA, MAX_METADATA = "submission_metadata.yml", 64 << 20  # bytes
KEY, FIELD = re.compile(r"(\S[^:]*):\s*$"), re.compile(r"  ([- ]) :(\w+):(.*)", re.DOTALL)
ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\n\s*)|(.))", re.DOTALL)
ESCAPED = MappingProxyType(dict(zip("0abtnvfreN_LP", "\0\a\b\t\n\v\f\r\x1b\x85\xa0\u2028\u2029", strict=True)))


def read_metadata(data: bytes) -> dict[str, tuple[Person, ...]]:
    """Return who sent each `submission_<id>`. Raises UsageError, with the line, for what Gradescope would not write."""
    if len(data) > MAX_METADATA:
        raise UsageError(f"{METADATA} is larger than {MAX_METADATA >> 20} MiB. Grade the folders without it")
    try:
        table = _submitters(io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise UsageError(f"{METADATA} is not UTF-8 text. Export the submissions again") from None
    people = {key: tuple(one for one in map(_person, listed) if one != Person()) for key, listed in table.items() if FOLDER.fullmatch(key)}
    if not any(people.values()):
        raise UsageError(f"{METADATA} names nobody. Export the submissions again")
    return {key: listed for key, listed in people.items() if listed}


def _submitters(lines: Iterable[str]) -> dict[str, list[dict[str, str]]]:
    """Return the fields of the submitters of each submission, as they are written."""
    table: dict[str, list[dict[str, str]]] = {}
    listed: list[dict[str, str]] = []
    inside, field = False, ""
    for number, line in enumerate(lines, 1):
        found = FIELD.match(line) if inside else None
        if key := KEY.match(line):
            listed, inside = table.setdefault(key[1], []), False
        elif re.match(r"  [^\s-]", line):
            inside, field = line.rstrip() == "  :submitters:", ""
        elif found and (found[1] == "-" or listed):
            listed += [{}] if found[1] == "-" else []
            field = found[2]
            listed[-1][field] = found[3]
        elif inside and field and line.startswith(" " * 6):  # a long text goes on
            listed[-1][field] += line
        elif (inside or not line.startswith(" ")) and line.strip() not in ("", "---", "..."):
            raise UsageError(f"{METADATA}, line {number}, is not as Gradescope writes it. Export the submissions again")
    return table


def _person(fields: dict[str, str]) -> Person:
    return Person(*(_text(fields.get(field, "")) for field in ("name", "sid", "email")))


def _text(written: str) -> str:
    """Return a YAML scalar as plain text; nothing for what is no text, such as an alias or a tag."""
    text = written.strip()
    if re.fullmatch(r'".*"', text, re.DOTALL):
        text = ESCAPE.sub(_unescaped, text[1:-1])
    elif re.fullmatch(r"'.*'", text, re.DOTALL):
        text = text[1:-1].replace("''", "'")
    elif text.startswith(tuple("&*!|>%@`{[\"'")) or text in ("~", "null"):
        text = ""
    return clean_text(text, 120)


def _unescaped(found: re.Match[str]) -> str:
    if code := found[1] or found[2] or found[3]:
        return chr(min(int(code, 16), sys.maxunicode))
    return ESCAPED.get(found[5], found[5]) if found[5] else ""
