"""A class as platforms export it: whose each file is, which counts, and what can't be forged."""

from __future__ import annotations

import io
import itertools
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from autograder.errors import UsageError
from autograder.submissions import archives
from autograder.submissions.collect import find_class
from autograder.submissions.submission import Person, Submission, account_on

SOURCE = "x = 1\n"
ADA, BOB = Person("Ada Lovelace", "100", "ada@x.edu"), Person("Bob Ross", "200", "bob@x.edu")
LISTED = """submission_1:
  :submitters:
  - :name: Ada Lovelace
    :sid: '100'
    :email: ada@x.edu
submission_2:
  :submitters:
  - :name: Bob Ross
    :sid: '200'
    :email: bob@x.edu
"""
GROUP = LISTED.replace("submission_2:\n  :submitters:\n", "")


def gradescope(metadata: str = LISTED, **folders: dict[str, str]) -> dict[str, str]:
    """Return the files of Gradescope's export, with the folder that it comes in."""
    files = {f"{folder}/{name}": text for folder, those in folders.items() for name, text in those.items()}
    return {
        f"assignment_7_export/{name}": text
        for name, text in {"submission_metadata.yml": metadata, **files}.items()
    }


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def pack(path: Path, files: dict[str, str | bytes] | dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def find(path: Path) -> tuple[dict[str, str], list[str]]:
    """Return the code or the problem of each submission by its name, and all notes but the platform's."""
    found, notes = find_class([path], "q1")
    return sources(found), [note for note in notes if "read as an export of" not in note]


def sources(found: list[Submission]) -> dict[str, str]:
    return {one.name: one.problem or "".join(cell.source for cell in one.cells) for one in found}


CANVAS = {
    "lovelaceada_12_345_q1.py": "ada = 1",
    "rossbob_LATE_13_346_q1-2.py": "bob = 1",
    "نیکحسن_14_347_q1.py": "hasan = 1",
    "deviदेवी_15_348_q1 (1).py": "devi = 1",
}
MOODLE = {
    "Ada Lovelace_12_assignsubmission_file_/q1.py": "ada = 1",
    "Bob Ross-Smith_13_assignsubmission_file/sub/q1.py": "bob = 1",
    "حسن نیک_14_assignsubmission_file_/q1.py": "hasan = 1",
}
EXPORTS = {
    "Gradescope": (
        gradescope(submission_1={"q1.py": "ada = 1"}, submission_2={"deep/q1.py": "bob = 1"}),
        {"Ada Lovelace": ("ada = 1", (ADA,)), "Bob Ross": ("bob = 1", (BOB,))},
    ),
    "Gradescope, a group": (
        gradescope(GROUP, submission_1={"q1.py": "both = 1"}),
        {"Ada Lovelace, Bob Ross": ("both = 1", (ADA, BOB))},
    ),
    "Canvas": (
        CANVAS,
        {
            "lovelaceada": ("ada = 1", (Person("lovelaceada", accounts=(("Canvas", "12"),)),)),
            "rossbob": ("bob = 1", (Person("rossbob", accounts=(("Canvas", "13"),)),)),
            "نیکحسن": ("hasan = 1", (Person("نیکحسن", accounts=(("Canvas", "14"),)),)),
            "deviदेवी": ("devi = 1", (Person("deviदेवी", accounts=(("Canvas", "15"),)),)),
        },
    ),
    "Moodle, with folders": (
        MOODLE,
        {
            "Ada Lovelace": ("ada = 1", (Person("Ada Lovelace", accounts=(("Moodle", "12"),)),)),
            "Bob Ross-Smith": ("bob = 1", (Person("Bob Ross-Smith", accounts=(("Moodle", "13"),)),)),
            "حسن نیک": ("hasan = 1", (Person("حسن نیک", accounts=(("Moodle", "14"),)),)),
        },
    ),
    "Moodle, without folders": (
        {name.replace("_/", "_").replace("file/sub/", "file_"): text for name, text in MOODLE.items()},
        {
            "Ada Lovelace": ("ada = 1", (Person("Ada Lovelace", accounts=(("Moodle", "12"),)),)),
            "Bob Ross-Smith": ("bob = 1", (Person("Bob Ross-Smith", accounts=(("Moodle", "13"),)),)),
            "حسن نیک": ("hasan = 1", (Person("حسن نیک", accounts=(("Moodle", "14"),)),)),
        },
    ),
    "anything": ({"a.py": "a = 1", "b/q1.py": "b = 1"}, {"a": ("a = 1", ()), "b": ("b = 1", ())}),
}


@pytest.mark.parametrize(
    ("platform", "form"),
    list(itertools.product(EXPORTS, ["folder", "zip", "in one folder", "zip of one folder"])),
)
def test_exports_tell_whose_each_submission_is(tmp_path: Path, platform: str, form: str) -> None:
    """An export gives each student's name, numbers and code, as folder or zip, in an outer folder or not."""
    files, expected = EXPORTS[platform]
    if "one folder" in form:
        files = {
            f"the class/{name.removeprefix('assignment_7_export/')}": text for name, text in files.items()
        }
    path = pack(tmp_path / "class.zip", files) if "zip" in form else write(tmp_path / "class", files)
    found, notes = find_class([path], "q1")
    assert {one.name: ("".join(cell.source for cell in one.cells), one.people) for one in found} == expected
    read_as = "an export of {}".format(platform.partition(",")[0])
    if platform == "anything":
        read_as = "a class: each folder or file in it is one student's" if "zip" in form else ""
    assert notes == ([f"{path}: read as {read_as}"] if read_as else [])
    assert all(
        cell.label == "q1.py" or platform == "anything" or "(1)" in cell.label
        for one in found
        for cell in one.cells
    )


def test_a_canvas_file_alone_is_its_student_s(tmp_path: Path) -> None:
    """A Canvas file is recognised even if a shell has expanded the folder into its files."""
    write(tmp_path, CANVAS)
    found, _ = find_class([tmp_path / name for name in CANVAS], "q1")
    assert {account_on("Canvas", person) for one in found for person in one.people} == {
        "12",
        "13",
        "14",
        "15",
    }


NO_EXPORTS = {
    "numbers of another meaning": {"hw_1_2_final.py": SOURCE, "alice.py": SOURCE},
    "dates": {"ada_20260101_120000_q1.py": SOURCE, "bob_20260101_120500_q1.py": SOURCE},
    "capitals": {"Ada_12_345_q1.py": SOURCE},
    "no file's name": {"ada_12_345.py": SOURCE},
    "anonymous": {"anon_AbC12_345_q1.py": SOURCE, "LATE_anon_dEf34_346_q1.py": SOURCE},
    "a group without a number": {"Default group_assignsubmission_file_/q1.py": SOURCE},
    "a folder that is called like a file": {"Ada_12_assignsubmission_file_more/q1.py": SOURCE},
    "metadata without submissions": {"submission_metadata.yml": "x", "ada.py": SOURCE},
    "submissions without metadata": {"submission_1/ada.py": SOURCE},
    "a file called like a folder": {"submission_1.py": SOURCE, "submission_metadata.yml": LISTED},
    "numbers of other scripts": {"ada_۱۲_۳۴۵_q1.py": SOURCE},
    "endless numbers": {f"ada_{'1' * 100}_2_q1.py": SOURCE},
}


@pytest.mark.parametrize("case", NO_EXPORTS)
def test_what_merely_looks_like_an_export_is_graded_under_its_own_name(tmp_path: Path, case: str) -> None:
    """Recognition is strict: most files must keep a platform's exact convention."""
    found, _ = find_class([write(tmp_path / "class", NO_EXPORTS[case])], "q1")
    assert {one.name for one in found} == {
        name.partition("/")[0].removesuffix(".py") for name in NO_EXPORTS[case] if name.endswith(".py")
    }
    assert all(one.people == () for one in found)


IMITATIONS = {
    "a zip with metadata": (
        CANVAS,
        {"lovelaceada_99_400_q1.zip": {"submission_metadata.yml": LISTED, "submission_2/q1.py": SOURCE}},
        "lovelaceada (99)",
    ),
    "a folder with metadata": (
        gradescope(submission_1={"q1.py": "a"}, submission_2={"q1.py": "b"}),
        {
            "assignment_7_export/submission_1/submission_metadata.yml": LISTED,
            "assignment_7_export/submission_1/submission_2/submission_metadata.yml": LISTED,
        },
        "Ada Lovelace",
    ),
    "a Moodle folder in one's own": (
        MOODLE, {"Eve_99_assignsubmission_file_/Ada Lovelace_12_assignsubmission_file_/q1.py": SOURCE}, "Eve",
    ),
    "a Moodle name in Canvas": (
        CANVAS, {"eve_99_400_Ada Lovelace_12_assignsubmission_file_q1.py": SOURCE}, "eve",
    ),
    "a Canvas name for a file": (CANVAS, {"eve_99_400_lovelaceada_12_999_q1.py": SOURCE}, "eve"),
    "ids in a Canvas user's name": (
        CANVAS, {"lovelaceada_12_999_99_400_q1.py": SOURCE}, "lovelaceada_12_999_99_400_q1",
    ),
    "ids in a late user's name": (
        CANVAS, {"lovelaceada_12_999_LATE_99_400_q1.py": SOURCE}, "lovelaceada_12_999_LATE_99_400_q1",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", IMITATIONS)
def test_nobody_can_pass_for_somebody_else(tmp_path: Path, case: str) -> None:
    """What a student can name, or put into a zip or a folder, is theirs, and changes nobody else's."""
    honest, forged, name = IMITATIONS[case]
    folder = write(
        tmp_path / "class",
        {**honest, **{file: text for file, text in forged.items() if isinstance(text, str)}},
    )
    for file, members in forged.items():
        if isinstance(members, dict):
            pack(folder / file, members)
    before = {
        person: one
        for one in find_class([write(tmp_path / "honest", honest)], "q1")[0]
        for person in one.people
    }
    found, _ = find_class([folder], "q1")
    after = {person: one for one in found for person in one.people}
    assert all(after[person].cells == before[person].cells for person in before)
    assert name in {one.name for one in found}


def test_names_that_two_share_are_told_apart(tmp_path: Path) -> None:
    """Two students of one name have two rows, with a number that distinguishes them."""
    files = gradescope(
        LISTED.replace("Bob Ross", "Ada Lovelace"), submission_1={"q1.py": "a"}, submission_2={"q1.py": "b"}
    )
    assert sources(find_class([write(tmp_path, files)], "q1")[0]) == {
        "Ada Lovelace (100)": "a",
        "Ada Lovelace (200)": "b",
    }


def test_hostile_names_are_made_harmless(tmp_path: Path) -> None:
    """Directions, control characters, formulas and paths in names become text; each name stays unique."""
    metadata = LISTED.replace("Ada Lovelace", '"\\u202E../../=cmd\\x1B[2J\\n"').replace(
        "Bob Ross", '"../../=cmd[2J"'
    )
    path = write(
        tmp_path / "a", gradescope(metadata, submission_1={"q1.py": "a"}, submission_2={"q1.py": "b"})
    )
    assert sources(find_class([path], "q1")[0]) == {"../../=cmd[2J (100)": "a", "../../=cmd[2J (200)": "b"}
    path = write(tmp_path / "b", {"\u202e=1+1\x1b_7_assignsubmission_file_/q1.py": "a"})
    assert sources(find_class([path], "q1")[0]) == {"=1+1": "a"}


def test_of_several_submissions_the_latest_counts(tmp_path: Path) -> None:
    """A student with three submissions has one row, and notes name those that are left out."""
    canvas = {"ada_1_7_q1.py": "old", "ada_1_9_q1-2.py": "new", "ada_1_8_q1-1.py": "middle"}
    found, notes = find(write(tmp_path / "canvas", canvas))
    assert found == {"ada": "new"}
    assert sorted(notes) == [
        f"ada_1_{name}: not graded, who sent it sent a later one" for name in ("7_q1.py", "8_q1-1.py")
    ]

    metadata = LISTED.replace("Bob Ross", "Ada Lovelace").replace("'200'", "'100'").replace("bob@", "ada@")
    files = gradescope(metadata, submission_1={"q1.py": "old"}, submission_2={"q1.py": "new"})
    found, notes = find(write(tmp_path / "gradescope", files))
    assert found == {"Ada Lovelace": "new"} and notes == [
        "assignment_7_export/submission_1/q1.py (Ada Lovelace): not graded, who sent it sent a later one"
    ]


def test_the_latest_counts_over_several_exports(tmp_path: Path) -> None:
    """Downloads can be given in any order. If a platform has no order, the one that is given last counts."""
    early = write(tmp_path / "early", {"ada_1_7_q1.py": "old", "bob_2_8_q1.py": "bob"})
    late = write(tmp_path / "late", {"ada_1_9_q1.py": "new"})
    for order in ([early, late], [late, early]):
        assert sources(find_class(order, "q1")[0]) == {"ada": "new", "bob": "bob"}
    both = [
        write(tmp_path / "canvas", {"ada_1_7_q1.py": "c"}),
        write(tmp_path / "moodle", {"Bob_1_assignsubmission_file_q1.py": "m"}),
    ]
    assert sources(find_class(both, "q1")[0]) == {"ada": "c", "Bob": "m"}, (
        "numbers of two platforms are no one's twice"
    )
    old, new = (
        write(tmp_path / name, {"Ada_1_assignsubmission_file_/q1.py": name}) for name in ("old", "new")
    )
    assert sources(find_class([old, new], "q1")[0]) == {"Ada": "new"}


def test_guests_without_a_number_of_their_own_stay_apart(tmp_path: Path) -> None:
    """People who share a number, such as 0, keep a submission each."""
    metadata = LISTED.replace("'200'", "'100'").replace("bob@x.edu", "").replace("ada@x.edu", "")
    files = gradescope(metadata, submission_1={"q1.py": "a"}, submission_2={"q1.py": "b"})
    assert find(write(tmp_path, files)) == ({"Ada Lovelace": "a", "Bob Ross": "b"}, [])


def test_who_leaves_a_group_leaves_it_to_the_others(tmp_path: Path) -> None:
    """A group's submission stays the submission of those who sent nothing later."""
    files = gradescope(
        GROUP + LISTED.split("submission_2")[0].replace("_1:", "_3:"),
        submission_1={"q1.py": "b"},
        submission_3={"q1.py": "a"},
    )
    assert sources(find_class([write(tmp_path, files)], "q1")[0]) == {"Bob Ross": "b", "Ada Lovelace": "a"}


def test_other_files_of_a_submission_are_noted_and_not_graded(tmp_path: Path) -> None:
    """Of several files the one named as the assignment is graded; notes name the others."""
    files = gradescope(
        submission_1={"q1.py": "a", "try.py": "t", "data.csv": "1"},
        submission_2={"q1.ipynb": "{}", "a.pdf": "x"},
    )
    found, notes = find(
        write(tmp_path, {**files, "assignment_7_export/readme.txt": "", "assignment_7_export/late.py": "l"})
    )
    assert found == {
        "Ada Lovelace": "a",
        "Bob Ross": "the file is no notebook: its JSON has no list of cells",
        "late": "l",
    }
    assert sorted(notes) == [
        "assignment_7_export/late.py: graded under its own name, the export doesn't tell surely whose it is",
        "assignment_7_export/readme.txt: not graded, it is no .py, .ipynb, .zip file",
        "assignment_7_export/submission_1/data.csv: not graded, it is no .py, .ipynb, .zip file",
        "assignment_7_export/submission_1/try.py: not graded, another file of the same submission is",
        "assignment_7_export/submission_2/a.pdf: not graded, it is no .py, .ipynb, .zip file",
    ]


def test_who_sent_nothing_that_can_be_graded_has_a_row(tmp_path: Path) -> None:
    """If there is no file to grade, or it is not clear which, the student has a row with the problem."""
    three = LISTED + LISTED.split("submission_2")[0].replace("_1:", "_3:").replace("Ada", "Eve").replace(
        "100", "300"
    ).replace("ada@", "eve@")
    files = gradescope(
        three,
        submission_1={"q1.pdf": "x"},
        submission_2={"a.py": "a", "b.py": "b", "c.py": "c"},
        submission_4={"q1.py": "who"},
    )
    found, notes = find(write(tmp_path, files))
    reason = "the submission must hold exactly one script or notebook; it holds"
    assert found == {
        "Ada Lovelace": "the submission holds no script or notebook; q1.pdf: it can't be run; "
        "send the .py or .ipynb file itself",
        "Bob Ross": f"{reason} a.py, b.py, c.py",
        "Eve Lovelace": f"{reason} none",
        "q1": "who",
    }
    assert notes == [
        "assignment_7_export/submission_4/q1.py: graded under its own name, "
        "the export doesn't tell surely whose it is"
    ]


def test_a_zip_is_one_student_s_wherever_the_platform_puts_it(tmp_path: Path) -> None:
    """A student's zip is read as usual. An export inside a folder is one student's zip."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("try.py", "t")
        archive.writestr("q1.py", "z")
    found, _ = find_class(
        [pack(tmp_path / "c.zip", {"Ada_1_assignsubmission_file_/work.zip": inner.getvalue()})], "q1"
    )
    assert sources(found) == {"Ada": "z"}

    folder = write(tmp_path / "folder", {"carol.py": "c"})
    pack(folder / "export.zip", gradescope(submission_1={"q1.py": "a"}, submission_2={"q1.py": "b"}))
    found, _ = find_class([folder], "q1")
    assert [one.people for one in found] == [(), ()]
    assert [one.cells[0].source for one in found[1].alternatives] == ["b"]


def test_lines_are_bounded(tmp_path: Path) -> None:
    """Ten notes of a kind are listed, then how many more there are."""
    _, notes = find_class(
        [write(tmp_path, {"a.py": "a", **{f"{number:02}.txt": "" for number in range(35)}})], "q1"
    )
    assert len(notes) == 11 and notes[0] == "00.txt: not graded, it is no .py, .ipynb, .zip file"
    assert notes[-1] == "… and 25 more: not graded, it is no .py, .ipynb, .zip file"


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_a_damaged_export_is_one_line(tmp_path: Path, form: str) -> None:
    """Metadata that can't be read stops the run with an error that names the line."""
    files = gradescope("submission_1: [\n", submission_1={"q1.py": SOURCE})
    path = pack(tmp_path / "class.zip", files) if form == "zip" else write(tmp_path / "class", files)
    with pytest.raises(
        UsageError,
        match=r"metadata\.yml, line 1, is not as Gradescope writes it\. Export the submissions again",
    ):
        find_class([path], "q1")


@pytest.mark.e2e
def test_metadata_in_a_zip_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Metadata of more than 16 MiB is read, as large classes have it. A bomb is refused before it is read."""
    monkeypatch.setattr(archives, "MAX_RATIO", 2_000)
    path = pack(
        tmp_path / "a.zip", gradescope(LISTED + "  :results: x\n" * 1_500_000, submission_1={"q1.py": SOURCE})
    )
    assert {one.name for one in find_class([path], "q1")[0]} == {"Ada Lovelace", "Bob Ross"}
    monkeypatch.undo()
    with pytest.raises(UsageError, match="too large for its packed size"):
        find_class([path], "q1")


MEASURED = """
import re, sys, time
from pathlib import Path
from autograder.submissions.collect import find_class
found, notes = find_class([Path(sys.argv[1])], "q1")
status = Path("/proc/self/status").read_text()
peak = re.search(r"VmHWM:\\s*(\\d+)", status)  # ru_maxrss would begin with that of the parent
print(len(found), int(peak[1]) >> 10, int(time.process_time()))
"""


@pytest.mark.e2e
@pytest.mark.parametrize("form", ["folder", "zip"])
def test_a_class_of_ten_thousand_is_found_in_seconds_and_bounded_memory(tmp_path: Path, form: str) -> None:
    """Ten thousand submissions of some KiB: all are found, in less than 300 MB."""
    source = "# a line of a submission\n" * 160
    files = {
        f"student{number}_{number}_{number}_q1.py": f"x = {number}\n{source}" for number in range(1, 10_001)
    }
    path = pack(tmp_path / "class.zip", files) if form == "zip" else write(tmp_path / "class", files)
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    many, mebibytes, seconds = map(int, done.stdout.split())
    assert many == 10_000 and mebibytes < 300 and seconds < 10


SECTIONS = {
    "folders of students": {
        f"{section}/{name}/q1.py": f"{name} = 1" for section, name in zip("AABB", "abcd", strict=True)
    },
    "handed-out folders in them": {
        f"class/{section}/{name}/q1/q1.py": f"{name} = 1"
        for section, name in zip("AABB", "abcd", strict=True)
    },
}


@pytest.mark.parametrize("case", SECTIONS)
def test_folders_of_sections_are_no_students(tmp_path: Path, case: str) -> None:
    """Each student in a section has a row, named by the student's own folder, and a line says so."""
    found, notes = find_class([write(tmp_path / "here", SECTIONS[case])], "q1")

    assert {one.name: one.cells[0].source for one in found} == {name: f"{name} = 1" for name in "abcd"}
    assert next(line for line in notes if "read as a section" in line).startswith("A: ")


NO_SECTIONS = {
    "old and new folders": ({"ada/old": 1, "ada/new": 2, "bob/old": 3, "bob/new": 4}, ["ada", "bob"]),
    "one with two folders": ({"ada/old": 1, "ada/new": 2, "bob": 3}, ["ada"]),
    "copies of the handed-out folder": ({"ada/q1": 1, "ada/q1 (1)": 2, "bob/q1": 3, "bob/q1 (2)": 4}, []),
    "one student in a section": ({"A/ada": 1, "A/bob": 2, "B/eve": 3}, ["A"]),
}


@pytest.mark.parametrize("case", NO_SECTIONS)
def test_folders_that_could_be_one_student_s_are(tmp_path: Path, case: str) -> None:
    """Where a section is not sure, a folder is one student's; that it might be one is told."""
    folders, told = NO_SECTIONS[case]
    files = {f"{folder}/q1.py": f"x = {number}" for folder, number in folders.items()}
    found, notes = find_class([write(tmp_path / "here", files)], "q1")

    assert {one.name for one in found} == {folder.partition("/")[0] for folder in folders}
    assert [line.partition(":")[0] for line in notes if "if it is a section" in line] == told
