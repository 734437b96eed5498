"""The roster of a class: a CSV file of any origin, and who on it sent what."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from autograder.errors import UsageError
from autograder.submissions.submission import Person
from autograder.text import clean_text

MAX_ROSTER = 16 << 20  # bytes
IDENTITY = ("canvas", "moodle", "sid", "email")
COLUMNS = {
    "name": ("name", "full name", "student name", "student"),
    "first": ("first name", "first", "firstname", "given name"),
    "last": ("last name", "last", "lastname", "surname", "family name"),
    "sid": ("sid", "student id", "id number", "sis user id", "student number", "idnumber", "id"),
    "email": ("email", "email address", "e mail", "mail"),
    "login": ("sis login id", "login", "username"),
    "section": ("section", "sections"),
    "canvas": ("canvas id", "canvas user id"),
    "moodle": ("identifier",),
}
NO_STUDENTS = ("Points Possible", "Student, Test")  # rows of Canvas's own gradebook


def read_roster(path: Path) -> list[Person]:
    """Return who is on a roster; columns are found by their names. Canvas's gradebook and Moodle's grading worksheet are rosters, too.

    Raises UsageError for what is no table of students.
    """
    with path.open("rb") as file:
        data = file.read(MAX_ROSTER + 1)
    try:
        text = data.decode("utf-8-sig")
        first = text.lstrip().partition("\n")[0]
        rows = list(
            csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
        )
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text (byte {error.start}). Save it as “CSV UTF-8”") from None
    except csv.Error as error:
        raise UsageError(f"{path} is no CSV file: {clean_text(error)}. Save it as “CSV UTF-8”") from None
    if len(data) > MAX_ROSTER:
        raise UsageError(
            f"{path} is larger than {MAX_ROSTER >> 20} MiB. Give a CSV file with a line for each student"
        )
    header, *lines = [row for row in rows if any(map(str.strip, row))] or [[]]
    columns = _columns(header)
    if not {"name", "last", "sid", "email", "canvas"} & set(columns):
        found = clean_text(", ".join(header)) or "none"
        raise UsageError(
            f"{path} needs a first line with columns such as name (or first and last), id, email; it has: {found}"
        )
    if wide := next((row for row in lines if len(row) > len(header)), None):
        detail = f"{clean_text(', '.join(wide), 60)} has {len(wide)} cells for {len(header)} columns"
        raise UsageError(f"{path}: {detail}. A name with a comma must be in quotes")
    people = [_person(row, columns) for row in lines if row[0].strip() not in NO_STUDENTS]
    return [person for person in dict.fromkeys(people) if label(person)]


def _columns(header: list[str]) -> dict[str, int]:
    """Return where each column is. In Canvas's own gradebook `ID` is Canvas's, anywhere else the school's."""
    names = [" ".join(re.findall(r"[^\W_]+", cell.casefold())) for cell in header]
    known = (
        {**COLUMNS, "canvas": (*COLUMNS["canvas"], "id"), "sid": COLUMNS["sid"][:-1]}
        if {"student", "section"} <= set(names)
        else COLUMNS
    )
    found = {
        field: next((names.index(name) for name in wanted if name in names), -1)
        for field, wanted in known.items()
    }
    return {field: at for field, at in found.items() if at >= 0}


def _person(row: list[str], columns: Mapping[str, int]) -> Person:
    cells = {field: clean_text(row[at], 120) for field, at in columns.items() if at < len(row)}
    whole = " ".join(filter(None, (cells.pop("first", ""), cells.pop("last", ""))))
    person = Person(**cells)
    email = person.email or (person.login if "@" in person.login else "")
    return replace(
        person, name=person.name or whole, email=email, moodle="".join(re.findall(r"\d+$", person.moodle))
    )


def label(person: Person) -> str:
    """Return how a person is called: the name, or else what is known."""
    return person.name or told_apart(person)


def told_apart(person: Person) -> str:
    """Return what tells a person from another of the same name."""
    return person.sid or person.email or person.canvas or person.moodle


def identities(person: Person) -> Iterator[tuple[str, str]]:
    """Yield what tells a person from all others."""
    return ((field, getattr(person, field).casefold()) for field in IDENTITY if getattr(person, field))


def guessed(text: str) -> Person:
    """Return whom the name of a file or a folder may mean."""
    return Person(name=text, login=text)


def _guesses(person: Person) -> set[tuple[str, str]]:
    return {(field, person.login.casefold()) for field in ("sid", "email", "login")} | _names(person)


def _names(person: Person) -> set[tuple[str, str]]:
    """Return the name as it may be written: given or family name first, with spaces or, as in Canvas's files, without."""
    words = re.split(r"[\s,]+", unicodedata.normalize("NFC", person.name.casefold()))
    orders = (words[at:] + words[:at] for at in range(min(len(words), 8)))
    return {("name", name) for order in orders if (name := "".join(filter(str.isalnum, "".join(order))))}


def match(
    senders: Collection[Person], guesses: Collection[Person], roster: Collection[Person]
) -> tuple[dict[Person, Person], list[Person]]:
    """Return who each sender and each guess is, with all that is known of them, and the lines of the roster that nobody is.

    What tells a person from all others decides first, then a name that one sender and one line have. Several senders are one line only
    if something they share says so, and their names agree. A guess never takes another's line.
    """
    index = defaultdict[tuple[str, str], set[Person]](set)
    for one in roster:
        for key in {*identities(one), *_names(one), ("login", one.login.casefold())}:
            index[key].add(one)
    found = dict[Person, Person]()
    for claimants, keys in ((senders, identities), (senders, _names), (guesses, _guesses)):
        taken, claims = set(found.values()), defaultdict[Person, list[Person]](list)
        for claimant in claimants:
            lines = {line for key in keys(claimant) for line in index.get(key, ()) if line not in taken}
            lines = {line for line in lines if keys is identities or not _differ(line, claimant)}
            if claimant not in found and len(lines) == 1:
                claims[lines.pop()].append(claimant)
        for line, several in claims.items():
            if len(several) == 1 or (keys is identities and set.intersection(*map(_names, several))):
                found |= dict.fromkeys(several, line)
    whole = {line: line for line in found.values()}
    for sender in found.keys() - set(guesses):
        whole[found[sender]] = _joined(whole[found[sender]], sender)
    return {one: whole[line] for one, line in found.items()}, [line for line in roster if line not in whole]


def _joined(line: Person, sender: Person) -> Person:
    return replace(
        line, **{field: value for field, value in vars(sender).items() if not getattr(line, field)}
    )


def _differ(one: Person, other: Person) -> bool:
    ours, theirs = dict(identities(one)), dict(identities(other))
    return any(ours[field] != theirs[field] for field in ours.keys() & theirs.keys())
