"""Blackboard, Brightspace, ILIAS, GitHub Classroom: who sent what, which attempt counts, what is imported."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from autograder.errors import UsageError
from autograder.submissions.collect import find_class
from autograder.submissions.lms.blackboard import Blackboard
from autograder.submissions.lms.brightspace import Brightspace
from autograder.submissions.lms.platform import Grade, Platform
from autograder.submissions.submission import Person

RECEIPT = """Name: {name} ({user})
Assignment: HW_1
Date Submitted: Tuesday, 3 March 2026 10:00:00 o'clock GMT
Current Mark: Needs Marking

Submission Field:
There is no student submission text data for this assignment.

Comments:
Name: Somebody Else (other)
"""
BLACKBOARD = {
    "HW_1_ada_attempt_2026-03-01-10-00-00.txt": RECEIPT.format(name="Ada Lovelace", user="ada"),
    "HW_1_ada_attempt_2026-03-01-10-00-00_q1.py": "ada = 'early'",
    "HW_1_ada_attempt_2026-03-03-09-00-00.txt": RECEIPT.format(name="Ada Lovelace", user="ada"),
    "HW_1_ada_attempt_2026-03-03-09-00-00_again.py": "ada = 'late'",
    "HW_1_b_ross_attempt_2026-03-02-10-00-00.txt": RECEIPT.format(name="Bob (the) Ross", user="b_ross"),
    "HW_1_b_ross_attempt_2026-03-02-10-00-00_x_ada_attempt_2026-03-04-10-00-00_q1.py": "bob = 1",
}
BRIGHTSPACE = {
    "index.html": "<table>",
    "101-7 - Ada Lovelace - Mar 1, 2026 1159 PM/q1.py": "ada = 'early'",
    "101-7 - Ada Lovelace - Mar 2, 2026 1200 AM/again.py": "ada = 'late'",
    "102-7 - 23304308 Bob Ross - 05 March 2026 612 PM/sub/q1.py": "bob = 1",
    "103-7 - Chen - Li - Mar 1, 2026 905 AM/q1.py": "chen = 1",
}
ILIAS = {
    "HW 1/Submissions/Lovelace_Ada_ada_l_311/q1.py": "ada = 'early'",
    "HW 1/Submissions/Lovelace_Ada_ada_l_311/q1 (2).py": "ada = 'late'",
    "HW 1/Submissions/Team 12/Ross_Bob_bross_312/q1.py": "bob = 1",
    "HW 1/status.xlsx": "",
}
GITHUB = {
    "hw-1-ada-l/q1.py": "ada = 'late'",
    "hw-1-ada-l/.git/HEAD": "",
    "hw-1-bob/q1.py": "bob = 1",
    "hw-1-bob/.git/HEAD": "",
}
ADA, BOB, CHEN = "Ada Lovelace", "Bob Ross", "Chen - Li"
DOWNLOADS = {
    "Blackboard": (
        BLACKBOARD,
        {
            Person(ADA, login="ada", accounts=(("Blackboard", "ada"),)): "ada = 'late'",
            Person("Bob (the) Ross", login="b_ross", accounts=(("Blackboard", "b_ross"),)): "bob = 1",
        },
    ),
    "Brightspace": (
        BRIGHTSPACE,
        {
            Person(ADA, accounts=(("Brightspace download", "101"),)): "ada = 'late'",
            Person(
                BOB, "23304308", accounts=(("Brightspace", "23304308"), ("Brightspace download", "102"))
            ): "bob = 1",
            Person(CHEN, accounts=(("Brightspace download", "103"),)): "chen = 1",
        },
    ),
    "ILIAS": (
        ILIAS,
        {
            Person(ADA, login="ada_l", accounts=(("ILIAS", "311"),)): "ada = 'late'",
            Person(BOB, login="bross", accounts=(("ILIAS", "312"),)): "bob = 1",
        },
    ),
    "GitHub": (
        GITHUB,
        {
            Person(login="ada-l", accounts=(("GitHub", "ada-l"),)): "ada = 'late'",
            Person(login="bob", accounts=(("GitHub", "bob"),)): "bob = 1",
        },
    ),
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


@pytest.mark.parametrize("platform", DOWNLOADS)
def test_each_student_s_latest_attempt_is_one_submission(tmp_path: Path, platform: str) -> None:
    """A download tells who sent what; a later attempt replaces an earlier one, which is listed."""
    files, expected = DOWNLOADS[platform]
    found, notes = find_class([write(tmp_path / "class", files)], "q1")

    assert {one.people[0]: "".join(cell.source for cell in one.cells) for one in found} == expected
    assert len(found) == len(expected)
    assert f"{tmp_path / 'class'}: read as an export of {platform}" in notes
    superseded = [note for note in notes if "sent a later one" in note]
    assert len(superseded) == (platform != "GitHub")
    assert not [note for note in notes if "index.html" in note or "attempt_2026-03-03-09-00-00.txt" in note]


LOOKALIKES = {
    "folders that are no clones": {"hw-ada/q1.py": "x = 1", "hw-bob/q1.py": "x = 2"},
    "folders with a year": {"class_ada_q1_2026/q1.py": "x = 1", "class_bob_q1_2026/q1.py": "x = 2"},
    "a time that no day has": {"101-7 - Ada - Feb 31, 2026 900 AM/q1.py": "x = 1"},
    "an attempt of no time": {"HW_ada_attempt_1_q1.py": "x = 1"},
}


@pytest.mark.parametrize("case", LOOKALIKES)
def test_what_merely_looks_like_a_download_is_nobody_s(tmp_path: Path, case: str) -> None:
    """Files and folders that only resemble a platform's keep the names that they have."""
    found, notes = find_class([write(tmp_path / "class", LOOKALIKES[case])], "q1")

    assert len(found) == len(LOOKALIKES[case]) and not [one for one in found if one.people]
    assert not [note for note in notes if "export" in note]


def test_a_receipt_names_only_its_own_student(tmp_path: Path) -> None:
    """A receipt of another username than that in its file's name changes nobody's name."""
    forged = {
        **BLACKBOARD,
        "HW_1_ada_attempt_2026-03-03-09-00-00.txt": RECEIPT.format(name="Bob", user="bob"),
    }
    del forged["HW_1_ada_attempt_2026-03-01-10-00-00.txt"]
    found, _ = find_class([write(tmp_path / "class", forged)], "q1")

    assert [one.people[0] for one in found if one.people[0].login == "ada"] == [
        Person(login="ada", accounts=(("Blackboard", "ada"),))
    ]


ROSTERS = {
    "Blackboard": (
        "Last Name,First Name,Username,Student ID,Last Access,Availability\n"
        "Lovelace,Ada,ada,100,,Yes\nRoss,Bob,b_ross,200,,Yes\n"
    ),
    "Brightspace": (
        "OrgDefinedId,Username,Last Name,First Name,Email\n"
        "#100,#ada,Lovelace,Ada,a@x.edu\n#23304308,#bob,Ross,Bob,b@x.edu\n"
    ),
    "GitHub": 'identifier,github_username,github_id,name\n"Lovelace, Ada",Ada-L,1,\nBob Ross,bob,2,\n',
}


@pytest.mark.parametrize("platform", ROSTERS)
def test_the_platform_s_own_roster_completes_its_people(tmp_path: Path, platform: str) -> None:
    """Names, numbers and accounts of a roster that the platform gives come to the submissions."""
    roster = tmp_path / "roster.csv"
    roster.write_text(ROSTERS[platform])
    found, notes = find_class([write(tmp_path / "class", DOWNLOADS[platform][0])], "q1", roster)
    people = {one.people[0].name: one.people[0] for one in found}

    ada = people["Lovelace, Ada" if platform == "GitHub" else "Ada Lovelace"]
    assert (
        dict(ada.accounts)[platform]
        == {"Blackboard": "ada", "Brightspace": "100", "GitHub": "ada-l"}[platform]
    )
    assert ada.sid == ("" if platform == "GitHub" else "100")
    assert not [note for note in notes if "surely on the roster" in note and "Chen" not in note]


@pytest.mark.parametrize(
    ("platform", "account", "expected"),
    [
        (Blackboard(), "ada", [["Username", "q1"], ["ada", "17.5"]]),
        (
            Brightspace(),
            "100",
            [["OrgDefinedId", "q1 Points Grade", "End-of-Line Indicator"], ["#100", "17.5", "#"]],
        ),
    ],
    ids=["Blackboard", "Brightspace"],
)
def test_gradebooks_hold_whom_the_platform_finds(
    platform: Platform, account: str, expected: list[list[str]]
) -> None:
    """An import has a row for each person with an account there, and is not made where nobody has one."""
    known = Grade(Person("Ada", accounts=((platform.name, account),)), "17.5")

    rows = platform.gradebook([known, Grade(Person("Eve", "5", "e@x.edu"), "3")], "q1", "20")
    assert [list(row) for row in rows] == expected
    assert platform.gradebook([Grade(Person("Eve", "5", "e@x.edu"), "3")], "q1", "20") == []
    assert list(csv.reader(io.StringIO("\n".join(map(",".join, rows))))) == expected


@pytest.mark.parametrize(
    ("roster", "expected"),
    [
        ("", [["OrgDefinedId", "q1 Points Grade", "End-of-Line Indicator"], ["#23304308", "1", "#"]]),
        (
            "name,id,email\nAda Lovelace,100,a@x.edu\nBob Ross,23304308,b@x.edu\n",
            [
                ["OrgDefinedId", "q1 Points Grade", "End-of-Line Indicator"],
                ["#100", "1", "#"],
                ["#23304308", "1", "#"],
            ],
        ),
        (
            "Username,Last Name,First Name,End-of-Line Indicator\n#ada,Lovelace,Ada,#\n",
            [
                ["OrgDefinedId", "Username", "q1 Points Grade", "End-of-Line Indicator"],
                ["", "#ada", "1", "#"],
                ["#23304308", "", "1", "#"],
            ],
        ),
    ],
    ids=["the download alone", "a roster of the school", "Brightspace's own, with usernames"],
)
def test_brightspace_s_import_has_the_key_that_is_known(
    tmp_path: Path, roster: str, expected: list[list[str]]
) -> None:
    """A download tells a number at most; the roster brings OrgDefinedId or Username. Others are left out."""
    file = tmp_path / "roster.csv"
    file.write_text(roster)
    found, _ = find_class([write(tmp_path / "class", BRIGHTSPACE)], "q1", file if roster else None)
    people = sorted((one.people[0] for one in found), key=lambda person: person.name)
    rows = Brightspace().gradebook([Grade(person, "1") for person in people], "q1", "20")

    assert [list(row) for row in rows] == expected


def test_a_receipt_alone_is_no_submission(tmp_path: Path) -> None:
    """A download with nothing but receipts holds no submission."""
    name = "HW_1_ada_attempt_2026-03-01-10-00-00.txt"
    with pytest.raises(UsageError, match="holds no submission"):
        find_class([write(tmp_path / "class", {name: BLACKBOARD[name]})], "q1")
