"""Rosters of any origin are read, or refused in one line; who is surely on one is found, and nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.errors import UsageError
from autograder.submissions.collect import find_class
from autograder.submissions.roster import MAX_ROSTER, match, read_roster
from autograder.submissions.submission import Person

ADA, BOB = Person("Ada Lovelace", "100", "ada@x.edu"), Person("Bob Ross", "200", "bob@x.edu")


def roster(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "roster.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


READ = {
    "name, id, email": "name,id,email\nAda Lovelace,100,ada@x.edu\nBob Ross,200,bob@x.edu\n",
    "capitals, spaces, another order": (
        "EMAIL , Student ID, Full Name\nada@x.edu,100,Ada Lovelace\nbob@x.edu,200,Bob Ross\n"
    ),
    "Gradescope's": "First Name,Last Name,SID,Email\nAda,Lovelace,100,ada@x.edu\nBob,Ross,200,bob@x.edu\n",
    "as a spreadsheet saves it": (
        "\ufeffName;ID;E-Mail\r\nAda Lovelace;100;ada@x.edu\r\nBob Ross;200;bob@x.edu\r\n"
    ),
    "tabs": "name\tsid\temail\nAda Lovelace\t100\tada@x.edu\nBob Ross\t200\tbob@x.edu\n",
    "empty lines, unknown columns, a line twice": (
        "\nx,name,id,email\n,,,\n1,Ada Lovelace,100,ada@x.edu\n\n"
        "2,Bob Ross,200,bob@x.edu\n1,Ada Lovelace,100,ada@x.edu\n"
    ),
    "control and direction characters": (
        "name,id,email\n\x1bAda\u202e Lovelace,100,ada@x.edu\nBob Ross\u200f,200,bob@x.edu\n"
    ),
    "lines that end early": (
        "id,name,email,phone\n100,Ada Lovelace,ada@x.edu\n200,Bob Ross,bob@x.edu,1\n,,,5\n"
    ),
}


@pytest.mark.parametrize("case", READ)
def test_columns_are_found_by_their_names(tmp_path: Path, case: str) -> None:
    """However a school writes its list, the same two students are on it."""
    assert read_roster(roster(tmp_path, READ[case])) == [ADA, BOB]


def test_canvas_s_gradebook_and_moodle_s_worksheet_are_rosters(tmp_path: Path) -> None:
    """They have the platforms' own numbers. Rows that are no students are skipped."""
    canvas = (
        "Student,ID,SIS User ID,SIS Login ID,Section,homework (9)\n    Points Possible,,,,,100\n"
        '"Lovelace, Ada",12,100,ada@x.edu,A,\n"Student, Test",13,,,A,\n'
    )
    assert read_roster(roster(tmp_path, canvas)) == [
        Person("Lovelace, Ada", "100", "ada@x.edu", "ada@x.edu", "A", (("Canvas", "12"),))
    ]
    assert read_roster(roster(tmp_path, 'Student,ID,Section,homework\n"Lovelace, Ada",12,A,\n')) == [
        Person("Lovelace, Ada", section="A", accounts=(("Canvas", "12"),))
    ]
    moodle = (
        "Identifier,Full name,ID number,Email address,Status,Grade\n"
        "Participant 77,Ada Lovelace,100,ada@x.edu,-,\n"
    )
    assert read_roster(roster(tmp_path, moodle)) == [
        Person("Ada Lovelace", "100", "ada@x.edu", accounts=(("Moodle", "77"),))
    ]


REFUSED = {
    "Latin-1": ("name,id\nRenée,1\n".encode("latin-1"), "not UTF-8 text (byte 11). Save it as “CSV UTF-8”"),
    "UTF-16": ("name,id\nAda,1\n".encode("utf-16"), "not UTF-8 text (byte 0)"),
    "an open quote": ('name,id\n"Ada,1\n', "no CSV file: unexpected end of data"),
    "an endless cell": ("name,id\n" + "x" * 200_000 + ",1\n", "no CSV file: field larger than field limit"),
    "other columns": (
        "color,size\nred,1\n",
        "needs a first line with columns such as name (or first and last), id, email; it has: color, size",
    ),
    "nothing": ("", "it has: none"),
    "no first line": ("Ada Lovelace,100\n", "it has: Ada Lovelace, 100"),
    "a comma in a name": (
        "name,id\nLovelace, Ada,100\n",
        "Lovelace, Ada, 100 has 3 cells for 2 columns. A name with a comma must be in quotes",
    ),
    "too much": (b"name\n" + b"x\n" * (MAX_ROSTER // 2), "larger than 16 MiB"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_roster_is_refused_in_one_line(tmp_path: Path, case: str) -> None:
    """The error says which file it is, what is wrong with it, and what to do."""
    text, reason = REFUSED[case]
    with pytest.raises(UsageError) as raised:
        read_roster(roster(tmp_path, text))
    assert reason in str(raised.value) and "roster.csv" in str(raised.value) and "\n" not in str(raised.value)


SAMS = [Person("Sam Lee", "1"), Person("Sam Lee", "2")]
MATCHES: dict[str, tuple[list[Person], list[Person], list[str]]] = {
    "a number": ([Person("A. L.", "100")], [ADA, BOB], ["100"]),
    "an address in capitals": ([Person("A. L.", email="ADA@X.EDU")], [ADA, BOB], ["100"]),
    "a number before a name": ([Person("Bob Ross", "100")], [ADA, BOB], ["100"]),
    "a name": ([Person("ada lovelace")], [ADA, BOB], ["100"]),
    "the family name first": ([Person("Lovelace, Ada")], [ADA, BOB], ["100"]),
    "a name as Canvas writes it": ([Person("lovelaceada", accounts=(("Canvas", "7"),))], [ADA, BOB], ["100"]),
    "a name of three words": ([Person("vandykeada")], [Person("Ada van Dyke", "5")], ["5"]),
    "the other form of the same letters": ([Person("Rene\u0301e Zo")], [Person("Ren\u00e9e Zo", "5")], ["5"]),
    "two of one name on the roster": ([Person("Sam Lee", accounts=(("Moodle", "7"),))], SAMS, [""]),
    "two of one name in the class": (
        [Person("Sam Lee", accounts=(("Moodle", "7"),)), Person("Sam Lee", accounts=(("Moodle", "8"),))],
        SAMS[:1],
        ["", ""],
    ),
    "two of one name, one told apart": (
        [Person("Sam Lee", "1"), Person("Sam Lee", email="b@x.edu")],
        SAMS,
        ["1", "2"],
    ),
    "another number": ([Person("Ada Lovelace", "999")], [ADA, BOB], [""]),
    "another address": ([Person("Ada Lovelace", email="eve@x.edu")], [ADA, BOB], [""]),
    "one person from two platforms": (
        [Person("Ada Lovelace", "100"), Person("lovelaceada", email="ada@x.edu")],
        [ADA, BOB],
        ["100"] * 2,
    ),
    "guests that share a number": (
        [Person("Ada Lovelace", "0"), Person("Eve", "0")],
        [Person("Ada", "0")],
        ["", ""],
    ),
    "a number that two lines have": ([Person("A. L.", "100")], [ADA, Person("Eve", "100")], [""]),
    "no name": ([Person("…", accounts=(("Canvas", "7"),))], [ADA, Person("!", "5")], [""]),
    "a stranger": ([Person("Eve")], [ADA, BOB], [""]),
}


@pytest.mark.parametrize("case", MATCHES)
def test_who_is_surely_on_the_roster_is_found(case: str) -> None:
    """Numbers and addresses decide, then a name that is unique on both sides. No number may differ."""
    senders, lines, numbers = MATCHES[case]
    who, missing = match(senders, [], lines)
    assert [who[one].sid if one in who else "" for one in senders] == numbers
    assert {one.sid for one in missing} == {line.sid for line in lines} - set(numbers) or "two lines" in case


def test_a_match_knows_all_that_both_know() -> None:
    """A matched person has the platform's number and the school's."""
    who, _ = match(
        [
            Person("lovelaceada", accounts=(("Canvas", "7"),)),
            Person("Ada Lovelace", accounts=(("Moodle", "8"),)),
        ],
        [],
        [ADA],
    )
    assert who == {}, "two senders with one name, and nothing that says they are one"
    who, _ = match(
        [
            Person("lovelaceada", "100", accounts=(("Canvas", "7"),)),
            Person("Ada Lovelace", "100", accounts=(("Moodle", "8"),)),
        ],
        [],
        [ADA],
    )
    assert set(who.values()) == {
        Person("Ada Lovelace", "100", "ada@x.edu", accounts=(("Canvas", "7"), ("Moodle", "8")))
    }


def test_the_missing_have_a_row_and_strangers_are_noted(tmp_path: Path) -> None:
    """Students on the roster who sent nothing get a row. Submissions by others are graded and noted."""
    for name in ("Ada Lovelace_7_assignsubmission_file_", "Eve_8_assignsubmission_file_"):
        (tmp_path / "class" / name).mkdir(parents=True)
        (tmp_path / "class" / name / "q1.py").write_text("x = 1")
    found, notes = find_class([tmp_path / "class"], "q1", roster(tmp_path, READ["Gradescope's"]))
    assert [(one.name, one.problem) for one in found] == [
        ("Ada Lovelace", ""),
        ("Bob Ross", "No submission"),
        ("Eve", ""),
    ]
    assert [one.people for one in found] == [
        (Person("Ada Lovelace", "100", "ada@x.edu", accounts=(("Moodle", "7"),)),),
        (BOB,),
        (Person("Eve", accounts=(("Moodle", "8"),)),),
    ]
    assert notes[1:] == ["Eve: graded, but not surely on the roster"]


@pytest.mark.parametrize(
    "names",
    [["100.py", "bob@x.edu.py"], ["Ada Lovelace/q1.py", "ross_bob/q1.py"], ["ada@x.edu/q1.py", "200.ipynb"]],
)
def test_files_may_be_named_after_people(tmp_path: Path, names: list[str]) -> None:
    """A file or a folder that is called by a number, an address or a name of the roster is that person's."""
    for name in names:
        (tmp_path / "class" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "class" / name).write_text('{"cells": []}')
    found, notes = find_class([tmp_path / "class"], "q1", roster(tmp_path, READ["tabs"]))
    assert {one.name: one.people for one in found} == {
        "Ada Lovelace": (ADA,),
        "Bob Ross": (BOB,),
    } and notes == []


def test_a_file_s_name_takes_nobody_s_place(tmp_path: Path) -> None:
    """A platform beats the name of a file. If two files claim one person, neither is that person's."""
    for name in (
        "early/Ada Lovelace_7_assignsubmission_file_q1.py",
        "mail/Ada Lovelace.py",
        "mail/200.py",
        "mail/Bob Ross.py",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    path = roster(tmp_path, READ["tabs"])
    found, _ = find_class([tmp_path / "early", tmp_path / "mail"], "q1", path)
    assert {one.file: one.people[0].sid if one.people else "" for one in found} == {
        "Ada Lovelace_7_assignsubmission_file_q1.py": "100", "Ada Lovelace.py": "",
        "200.py": "", "Bob Ross.py": "", "Bob Ross": "200",
    }  # fmt: skip


def test_two_files_in_a_person_s_folder_are_one_submission(tmp_path: Path) -> None:
    """A second script is no other person's: it may be a module of the first one."""
    (tmp_path / "class" / "Ada Lovelace").mkdir(parents=True)
    for name in ("q1.py", "more.py"):
        (tmp_path / "class" / "Ada Lovelace" / name).write_text("x = 1")
    found, notes = find_class([tmp_path / "class"], "q1", roster(tmp_path, READ["tabs"]))
    assert [(one.name, one.problem, *one.modules) for one in found] == [
        ("Ada Lovelace", "", "more"), ("Bob Ross", "No submission"),
    ]  # fmt: skip
    assert notes == []
