"""Gradescope: "Export submissions" of an assignment.

An export has a folder `submission_<id>/` for each submission, and beside them a YAML file that says who sent
each one, written by Ruby:

    submission_11:
      :submitters:
      - :name: Ada Lovelace
        :sid: '100'
        :email: ada@example.edu
      :results: …

Most of that file is what graders printed for students, so it may be large and hold any text. It is read as a
stream of YAML's events, of which only the submitters are kept. No alias is followed and no object is made.
Gradescope has no import of grades.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator
from typing import Any

from autograder.errors import UsageError
from autograder.submissions.files import MAX_METADATA
from autograder.submissions.lms.platform import Identified, Platform
from autograder.submissions.submission import Person
from autograder.text import clean_text

METADATA = "submission_metadata.yml"
MAX_DEPTH = 100  # of nested lists and mappings; the parser takes quadratic time for more
MAX_EVENTS = 10_000_000  # four times those of an export of 64 MiB
FOLDER = re.compile(r"submission_(\d{1,20})", re.ASCII)
OPENING = frozenset({"MappingStartEvent", "SequenceStartEvent"})
CLOSING = frozenset({"MappingEndEvent", "SequenceEndEvent"})
Event = Any  # of PyYAML, which has no types


class Gradescope(Platform):
    """Gradescope."""

    name = "Gradescope"
    metadata = METADATA

    def identify(self, first: str, *rest: str) -> Identified | None:
        found = FOLDER.fullmatch(first)
        return Identified(first, Person(), int(found[1]), "/".join(rest)) if found else None

    def people(self, identified: Collection[Identified], metadata: bytes) -> dict[str, tuple[Person, ...]]:
        return read_metadata(metadata)


def read_metadata(data: bytes) -> dict[str, tuple[Person, ...]]:
    """Return who sent each `submission_<id>`.

    Raises UsageError, with the line, for what Gradescope would not write.
    """
    try:
        import yaml  # only grading a class needs it; students don't have it
    except ModuleNotFoundError:
        remedy = "Install what instructors need: pip install 'conv-autograder[instructor]'"
        raise UsageError(
            f"{METADATA} can't be read without PyYAML, which is not installed. {remedy}"
        ) from None

    if len(data) > MAX_METADATA:
        raise UsageError(f"{METADATA} is larger than {MAX_METADATA >> 20} MiB. Grade the folders without it")
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig")
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # in C, where PyYAML was built with LibYAML
    try:
        submitters = dict(_submissions(_Events(yaml.parse(text, Loader=loader))))
    except UnicodeDecodeError:
        raise UsageError(f"{METADATA} is not UTF-8 text. Export the submissions again") from None
    except yaml.MarkedYAMLError as error:
        raise _unexpected(error.problem_mark) from None
    except yaml.YAMLError:
        raise UsageError(f"{METADATA} holds control characters. Export the submissions again") from None
    people = {key: listed for key, listed in submitters.items() if listed and FOLDER.fullmatch(key)}
    if not people:
        raise UsageError(f"{METADATA} names nobody. Export the submissions again")
    return people


def _unexpected(mark: Any) -> UsageError:
    where = f", line {mark.line + 1}," if mark else ""
    return UsageError(f"{METADATA}{where} is not as Gradescope writes it. Export the submissions again")


class _Events(Iterator[Event]):
    """The events of a file, within the bounds on their number and on how deep they are nested."""

    def __init__(self, events: Iterator[Event]) -> None:
        self.events, self.count, self.depth = events, 0, 0

    def __next__(self) -> Event:
        event = next(self.events)
        kind = _kind(event)
        self.count += 1
        self.depth += (kind in OPENING) - (kind in CLOSING)
        if self.depth > MAX_DEPTH or self.count > MAX_EVENTS:
            raise _unexpected(event.start_mark)
        return event

    def skip(self, start: Event) -> None:
        """Take the rest of the value that begins with this event."""
        outside = self.depth - 1
        if _kind(start) in OPENING:
            while self.depth > outside:
                next(self)


def _kind(event: Event) -> str:
    return type(event).__name__


def _submissions(events: _Events) -> Iterator[tuple[str, tuple[Person, ...]]]:
    """Yield the key and the submitters of each submission."""
    for event in events:
        if _kind(event) in ("StreamStartEvent", "DocumentStartEvent", "DocumentEndEvent", "StreamEndEvent"):
            continue
        for key, start in _mapping(event, events):
            submitters: tuple[Person, ...] = ()
            for field, value in _mapping(start, events):
                if field == ":submitters":
                    submitters = tuple(_people(value, events))
                else:
                    events.skip(value)
            yield key, submitters


def _people(start: Event, events: _Events) -> Iterator[Person]:
    """Yield those in a list of submitters of whom anything is known; nobody if there is no list."""
    if _kind(start) == "MappingStartEvent":
        raise _unexpected(start.start_mark)
    if _kind(start) != "SequenceStartEvent":
        return
    for event in events:
        if _kind(event) == "SequenceEndEvent":
            return
        fields = {}
        for field, value in _mapping(event, events):
            fields[field] = _text(value)
            events.skip(value)
        if ":name" not in fields:
            raise _unexpected(event.start_mark)
        person = Person(fields[":name"], fields.get(":sid", ""), fields.get(":email", ""))
        if person != Person():
            yield person


def _mapping(start: Event, events: _Events) -> Iterator[tuple[str, Event]]:
    """Yield each key of an untagged block mapping with the first event of its value.

    The caller takes the rest of that value before it asks for the next key.
    """
    if _kind(start) != "MappingStartEvent" or start.flow_style or start.tag:
        raise _unexpected(start.start_mark)
    for key in events:
        if _kind(key) == "MappingEndEvent":
            return
        if _kind(key) != "ScalarEvent":
            raise _unexpected(key.start_mark)
        yield key.value, next(events)


def _text(value: Event) -> str:
    """Return a scalar as clean text; nothing for null, and for what is no plain text, such as an alias."""
    if _kind(value) != "ScalarEvent" or value.tag:
        return ""
    is_plain = value.implicit[0]
    is_null = is_plain and value.value in ("~", "null")
    return "" if is_null else clean_text(value.value, 120)
