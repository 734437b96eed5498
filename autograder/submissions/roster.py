"""The roster of a class: a CSV file of any origin, and who on it sent what."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.errors import UsageError
from autograder.submissions.lms import PLATFORMS
from autograder.submissions.lms.platform import Platform
from autograder.submissions.submission import Person
from autograder.text import clean_text

MAX_ROSTER = 16 << 20  # bytes
MAX_NAMES = 8  # of one person: the places where a name of many words may begin
COLUMNS = {
    "name": ("name", "full name", "student name", "student"),
    "first": ("first name", "first", "firstname", "given name"),
    "last": ("last name", "last", "lastname", "surname", "family name"),
    "sid": ("sid", "student id", "id number", "sis user id", "student number", "idnumber", "id"),
    "email": ("email", "email address", "e mail", "mail"),
    "login": ("sis login id", "login", "username"),
    "section": ("section", "sections"),
    "identifier": ("identifier",),
}
"""How a column of a roster may be called, by what it holds. Platforms name the columns of their accounts."""
NAMING_COLUMNS = {"name", "last", "sid", "email"}
Key = tuple[str, str]
"""Something by which a person is found, such as ("email", "ada@example.edu"); in small letters."""


@dataclass(frozen=True)
class Columns:
    """Where the columns of a roster are."""

    fields: dict[str, int]
    accounts: dict[Platform, int]


def read_roster(path: Path) -> list[Person]:
    """Return who is on a roster; columns are found by their names.

    The gradebooks that platforms export are rosters, too. Raises UsageError for what is no table of students.
    """
    header, *rows = [row for row in _table(path) if any(map(str.strip, row))] or [[]]
    columns = _columns(header)
    if not columns.accounts and not NAMING_COLUMNS & columns.fields.keys():
        found = clean_text(", ".join(header)) or "none"
        wanted = "a first line with columns such as name (or first and last), id, email"
        raise UsageError(f"{clean_text(path)} needs {wanted}; it has: {found}")
    if wide := next((row for row in rows if len(row) > len(header)), None):
        detail = f"{clean_text(', '.join(wide), 60)} has {len(wide)} cells for {len(header)} columns"
        raise UsageError(f"{clean_text(path)}: {detail}. A name with a comma must be in quotes")
    not_students = {cell for platform in PLATFORMS for cell in platform.not_students}
    people = [_person(row, columns) for row in rows if row[0].strip() not in not_students]
    return [person for person in dict.fromkeys(people) if label(person)]


def _table(path: Path) -> list[list[str]]:
    """Return the rows of a CSV file, whichever of the usual delimiters it has."""
    with path.open("rb") as file:
        data = file.read(MAX_ROSTER + 1)
    if len(data) > MAX_ROSTER:
        advice = "Give a CSV file with a line for each student"
        raise UsageError(f"{clean_text(path)} is larger than {MAX_ROSTER >> 20} MiB. {advice}")
    try:
        text = data.decode("utf-8-sig")
        first = text.lstrip().partition("\n")[0]
        delimiter = max(",;\t", key=first.count)
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{clean_text(path)} is not UTF-8 text (byte {error.start}). Save it as “CSV UTF-8”"
        ) from None
    except csv.Error as error:
        raise UsageError(
            f"{clean_text(path)} is no CSV file: {clean_text(error)}. Save it as “CSV UTF-8”"
        ) from None


def _columns(header: list[str]) -> Columns:
    """Return where each column is. A platform's own column is nothing else, even if it is called `ID`."""
    names = [" ".join(re.findall(r"[^\W_]+", cell.casefold())) for cell in header]
    accounts = {
        platform: names.index(column) for platform in PLATFORMS if (column := platform.roster_column(names))
    }
    free = ["" if at in accounts.values() else name for at, name in enumerate(names)]
    fields = {}
    for field, wanted in COLUMNS.items():
        if found := next((name for name in wanted if name in free), ""):
            fields[field] = free.index(found)
    return Columns(fields, accounts)


def _person(row: list[str], columns: Columns) -> Person:
    cells = {field: clean_text(row[at], 120) for field, at in columns.fields.items() if at < len(row)}
    accounts = {
        platform: account
        for platform, at in columns.accounts.items()
        if at < len(row) and (account := platform.account(clean_text(row[at], 120)))
    }
    full_name = " ".join(filter(None, (cells.pop("first", ""), cells.pop("last", ""))))
    names = cells.pop("name", ""), full_name, cells.pop("identifier", "")
    numbers = (account for platform, account in accounts.items() if platform.accounts_are_sids)
    sid, login = cells.pop("sid", "") or next(numbers, ""), cells.pop("login", "").removeprefix("#")
    email = cells.pop("email", "") or (login if "@" in login else "")
    by_name = tuple(sorted((platform.name, account) for platform, account in accounts.items()))
    name = next(filter(None, names), "")
    return Person(name, sid, email, login, cells.pop("section", ""), by_name)


def label(person: Person) -> str:
    """Return how a person is called: the name, or else a number or an address."""
    return person.name or distinguishing(person)


def distinguishing(person: Person) -> str:
    """Return a number or an address that tells a person from another of the same name."""
    numbers = (number for _platform, number in person.accounts)
    return person.sid or person.email or next(numbers, "")


def identities(person: Person) -> Iterator[Key]:
    """Yield what belongs to one person only, the surest first."""
    identity = (*person.accounts, ("sid", person.sid), ("email", person.email))
    return ((kind, value.casefold()) for kind, value in identity if value)


def person_named(text: str) -> Person:
    """Return whom the name of a file or a folder may mean."""
    return Person(name=text, login=text)


def _guesses(person: Person) -> set[Key]:
    """Return by what the name of a file or a folder may mean somebody."""
    return {(kind, person.login.casefold()) for kind in ("sid", "email", "login")} | _names(person)


def _names(person: Person) -> set[Key]:
    """Return the name as others may write it.

    The given name or the family name may be first; Canvas writes the names of files without spaces.
    """
    words = re.split(r"[\s,]+", unicodedata.normalize("NFC", person.name.casefold()))
    orders = ("".join(words[at:] + words[:at]) for at in range(min(len(words), MAX_NAMES)))
    letters = ("".join(filter(str.isalnum, order)) for order in orders)
    return {("name", name) for name in letters if name}


def match(
    senders: Collection[Person], guesses: Collection[Person], roster: Collection[Person]
) -> tuple[dict[Person, Person], list[Person]]:
    """Return who each sender and each guess is, and those on the roster whom nobody is.

    An identity decides first, then a name that one sender and one line of the roster have. Several senders
    are the same person only if an identity that they share says so, and their names agree. A guess, which
    is the name of a file, never takes a line of the roster that a sender has. Everybody who is found comes
    with all that the roster and the senders say.
    """
    index = _index(roster)
    found = dict[Person, Person]()
    for claimants, keys in ((senders, identities), (senders, _names), (guesses, _guesses)):
        found |= _sure([one for one in claimants if one not in found], keys, index, set(found.values()))
    merged = {line: line for line in found.values()}
    for sender in found.keys() - set(guesses):
        merged[found[sender]] = _merged(merged[found[sender]], sender)
    missing = [line for line in roster if line not in merged]
    return {one: merged[line] for one, line in found.items()}, missing


def _index(roster: Collection[Person]) -> dict[Key, set[Person]]:
    """Return the lines of a roster by everything that may find them."""
    index = defaultdict[Key, set[Person]](set)
    for line in roster:
        for key in {*identities(line), *_names(line), ("login", line.login.casefold())}:
            index[key].add(line)
    return index


def _sure(
    claimants: Collection[Person],
    keys: Callable[[Person], Iterable[Key]],
    index: dict[Key, set[Person]],
    taken: set[Person],
) -> dict[Person, Person]:
    """Return the line of the roster for each claimant of whom these keys leave no doubt."""
    claims = defaultdict[Person, list[Person]](list)
    for claimant in claimants:
        lines = {line for key in keys(claimant) for line in index.get(key, ()) if line not in taken}
        if keys is not identities:
            lines = {line for line in lines if not _contradict(line, claimant)}
        if len(lines) == 1:
            claims[lines.pop()].append(claimant)
    found = dict[Person, Person]()
    for line, several in claims.items():
        are_one = keys is identities and set.intersection(*map(_names, several))
        if len(several) == 1 or are_one:
            found |= dict.fromkeys(several, line)
    return found


def _merged(line: Person, sender: Person) -> Person:
    """Return a line of the roster, completed by what the sender's platform says."""
    missing = {field: value for field, value in vars(sender).items() if not getattr(line, field)}
    accounts = dict(sender.accounts) | dict(line.accounts)
    return replace(line, **{**missing, "accounts": tuple(sorted(accounts.items()))})


def _contradict(one: Person, other: Person) -> bool:
    """Whether two people have different identities of one kind."""
    ours, theirs = dict(identities(one)), dict(identities(other))
    return any(ours[kind] != theirs[kind] for kind in ours.keys() & theirs.keys())
