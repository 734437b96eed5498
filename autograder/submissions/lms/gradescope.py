"""How learning platforms name the files of a class when all submissions are downloaded at once.

- **Gradescope**, "Export submissions": folders `submission_<id>/`, and beside them a file that says whose they are: see `gradescope.py`.
- **Canvas**, "Download submissions": files `<sortable name, small letters, no spaces>_[LATE_]<user>_<attachment>_<file>`, by
  instructure/canvas-lms, lib/content_zipper.rb. A file that is sent again comes as `<file>-1`, `-2` … Of a group one member is named.
- **Moodle**, "Download all submissions": folders `<full name>_<participant>_assignsubmission_file[_]/` or, without folders, files
  `<full name>_<participant>_assignsubmission_file_<file>`, by moodle/moodle, mod/assign/classes/downloader.php. A group is a participant.

What a student can name comes after what the platform puts in front, so nobody can pass for somebody else by the name of a file.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable
from types import MappingProxyType

from autograder.errors import UsageError
from autograder.submissions.lms.platform import Identified
from autograder.submissions.submission import Person
from autograder.text import clean_text

FOLDER = re.compile(r"submission_(\d{1,20})", re.ASCII)


def gradescope(first: str, *rest: str) -> Identified | None:
    found = FOLDER.fullmatch(first)
    return Identified(first, Person(), int(found[1]), "/".join(rest)) if found else None


METADATA, MAX_METADATA = "submission_metadata.yml", 64 << 20  # bytes
KEY, FIELD = re.compile(r"(\S[^:]*):\s*$"), re.compile(r"  ([- ]) :(\w+):(.*)", re.DOTALL)
ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\n\s*)|(.))", re.DOTALL)
ESCAPED = MappingProxyType(
    dict(zip("0abtnvfreN_LP", "\0\a\b\t\n\v\f\r\x1b\x85\xa0\u2028\u2029", strict=True))
)


def read_metadata(data: bytes) -> dict[str, tuple[Person, ...]]:
    """Return who sent each `submission_<id>`. Raises UsageError, with the line, for what Gradescope would not write."""
    if len(data) > MAX_METADATA:
        raise UsageError(f"{METADATA} is larger than {MAX_METADATA >> 20} MiB. Grade the folders without it")
    try:
        table = _submitters(io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise UsageError(f"{METADATA} is not UTF-8 text. Export the submissions again") from None
    people = {
        key: tuple(one for one in map(_person, listed) if one != Person())
        for key, listed in table.items()
        if FOLDER.fullmatch(key)
    }
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
            raise UsageError(
                f"{METADATA}, line {number}, is not as Gradescope writes it. Export the submissions again"
            )
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
