"""Another learning platform needs one class and its place in the list; nothing else knows it by name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import SMALL_ANSWER

from autograder.cli import main
from autograder.submissions import lms, roster, uploads
from autograder.submissions.collect import find_class
from autograder.submissions.lms.platform import Grade, Identified, Platform, Row
from autograder.submissions.roster import read_roster
from autograder.submissions.submission import Person, account_on


class Chalk(Platform):
    """A platform with files `<name>~<user>~<attempt>~<file>`."""

    name = "Chalk"

    def identify(self, first: str, *rest: str) -> Identified | None:
        found = re.fullmatch(r"(\w+)~(\w+)~(\d+)~(.+)", first)
        if not found or rest:
            return None
        person = Person(found[1], accounts=((self.name, found[2]),))
        return Identified(found[2], person, int(found[3]), found[4])


class ChalkWithGradebook(Chalk):
    """The same with the columns of its rosters, and its gradebook."""

    not_students = ("Preview",)

    def roster_column(self, header: Sequence[str]) -> str:
        return "chalk user" if "chalk user" in header else ""

    def gradebook(self, grades: Sequence[Grade], assignment: str, possible: str) -> list[Row]:
        rows = [(account_on(self.name, grade.person), grade.points) for grade in grades]
        return [("Chalk User", f"{assignment} (of {possible})"), *rows]


def install(monkeypatch: pytest.MonkeyPatch, platform: Platform) -> None:
    """Put a platform into the list, wherever the list has been imported."""
    platforms = (*lms.PLATFORMS, platform)
    monkeypatch.setattr(uploads, "PLATFORMS", platforms)
    monkeypatch.setattr(roster, "PLATFORMS", platforms)
    monkeypatch.setattr("autograder.reports.gradebooks.PLATFORMS", platforms)


def write(folder: Path, *names: str) -> Path:
    folder.mkdir()
    for name in names:
        (folder / name).write_text(SMALL_ANSWER)
    return folder


def test_a_platform_needs_a_name_and_what_its_paths_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With these two it is recognised, people have their names, and their latest attempts count."""
    install(monkeypatch, Chalk())
    path = write(tmp_path / "class", "ada~al1~1~q.py", "ada~al1~2~q.py", "bob~br2~1~q.py")
    found, notes = find_class([path], "q")

    assert [(one.name, one.people) for one in found] == [
        ("ada", (Person("ada", accounts=(("Chalk", "al1"),)),)),
        ("bob", (Person("bob", accounts=(("Chalk", "br2"),)),)),
    ]
    assert notes == [
        f"{path}: read as an export of Chalk",
        "ada~al1~1~q.py: not graded, who sent it sent a later one",
    ]


def test_a_platform_s_roster_and_gradebook_are_its_own(
    small_exercise: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its column finds people on a roster, and `grade` writes what its gradebook imports."""
    install(monkeypatch, ChalkWithGradebook())
    listed = tmp_path / "roster.csv"
    listed.write_text("Name,Chalk User\nAda Lovelace,al1\nPreview,x0\n")
    path = write(tmp_path / "class", "ada~al1~1~small.py")
    out, solutions = tmp_path / "out", small_exercise.parent
    command = ["grade", "small", path, "--roster", listed, "-o", out, "-j", "1", "--solutions", solutions]
    with pytest.raises(SystemExit) as ended:
        main([str(word) for word in command])

    assert ended.value.code == 0
    assert read_roster(listed) == [Person("Ada Lovelace", accounts=(("Chalk", "al1"),))]
    assert [file.stem for file in (out / "results").iterdir()] == ["Ada Lovelace"]
    assert (out / "gradebook-chalk.csv").read_text() == "Chalk User,small (of 10)\nal1,10\n"
