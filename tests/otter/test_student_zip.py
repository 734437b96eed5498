"""The zip that students get: what is in it, and that one can begin with it."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re
import zipfile
from pathlib import Path

import pytest

from autograder.errors import AuthorError
from autograder.otter.student_zip import readmes, student_zip
from autograder.otter.wheel import DIST_INFO, package_files, wheel
from autograder.otter.wheel import FILE as WHEEL_FILE

STUB = 'def add(a, b):\n    raise NotImplementedError("add: write your code here")\n'
ROOT = Path(__file__).parents[2]


def write(folder: Path, files: dict[str, str]) -> None:
    for place, text in files.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A course in two languages with one published exercise."""
    write(tmp_path / "solutions", {"course.toml": 'languages = ["en", "fa"]\n'})
    write(tmp_path / "solutions" / "q1_one", {"test_hidden.py": "secret = 1\n"})
    published = {
        "q1_one.py": STUB,
        "q1_one.ipynb": "{}",
        "test_visible.py": "",
        "statement.fa.md": "# عنوان\n",
        "hints.sealed": "x",
    }
    write(tmp_path / "assignments" / "q1_one", published)
    return tmp_path


def test_the_readme_says_in_each_language_how_to_begin() -> None:
    """It names the files that are there: the wheel, the statement, and what to hand in."""
    texts = readmes("homework", ROOT / "solutions")

    assert list(texts) == ["README.md", "README.fa.md"]
    for text, statement in zip(texts.values(), ("statement.md", "statement.fa.md"), strict=True):
        assert f"pip install {WHEEL_FILE}" in text and "autograder check" in text
        assert f"`{statement}`" in text and "homework.ipynb" in text


def test_the_wheel_lists_its_files_with_their_hashes() -> None:
    """The record names every file once, with its size and SHA-256, as installers demand."""
    with zipfile.ZipFile(io.BytesIO(wheel())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    rows = list(csv.reader(io.StringIO(files[f"{DIST_INFO}/RECORD"].decode())))

    assert [row[0] for row in rows[:-1]] == sorted(set(files) - {f"{DIST_INFO}/RECORD"})
    for place, digest, size in rows[:-1]:
        sha256 = base64.urlsafe_b64encode(hashlib.sha256(files[place]).digest()).decode().rstrip("=")
        assert (digest, int(size)) == (f"sha256={sha256}", len(files[place]))
    assert rows[-1] == [f"{DIST_INFO}/RECORD", "", ""]
    assert package_files().items() <= files.items()


def test_it_is_the_published_folder_with_the_package_and_how_to_begin(project: Path) -> None:
    """It is the published folder, byte for byte, without caches and hidden files."""
    folder = project / "assignments" / "q1_one"
    write(
        folder,
        {
            "__pycache__/q1_one.pyc": "x",
            ".ipynb_checkpoints/q1_one.ipynb": "x",
            ".autograder": "x",
            "picture.svg": "<svg/>",
            "tests/q1_one.py": "x",
        },
    )
    first, second = (
        student_zip("q1_one", project / "solutions", project / "assignments", project / out)
        for out in ("a", "b")
    )
    assert first == project / "a" / "q1_one-student.zip"
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        top = archive.namelist()[0].partition("/")[0]
        assert re.fullmatch(r"q1_one-[0-9a-f]{6}", top)
        assert archive.namelist() == [
            f"{top}/{name}"
            for name in (
                "README.fa.md",
                "README.md",
                WHEEL_FILE,
                "hints.sealed",
                "picture.svg",
                "q1_one.ipynb",
                "q1_one.py",
                "statement.fa.md",
                "test_visible.py",
                "tests/q1_one.py",
            )
        ]
        assert archive.read(f"{top}/q1_one.py") == (folder / "q1_one.py").read_bytes()


def test_a_newer_zip_leaves_a_student_s_work_as_it_is(project: Path, tmp_path: Path) -> None:
    """Whatever has changed in it, its folder has another name: unpacked in the same place, it adds files."""
    home, published = tmp_path / "home", project / "assignments" / "q1_one"
    work = []
    for change in ("", "# a check was corrected\n", "# and another one\n"):
        (published / "test_visible.py").write_text(change)
        with zipfile.ZipFile(
            student_zip("q1_one", project / "solutions", project / "assignments", project / "dist")
        ) as archive:
            archive.extractall(home)
            work.append(home / archive.namelist()[0].partition("/")[0] / "q1_one.py")
        assert [file.read_text() for file in work] == ["mine"] * (len(work) - 1) + [STUB]
        work[-1].write_text("mine")
    assert len(set(work)) == 3


@pytest.mark.parametrize(
    "place",
    [
        "test_hidden.py",
        "tests/q1_hidden.py",
        "mistakes/adds.py",
        "variants/same.py",
        "answer.py",
        "q1_one.py.orig",
        "hidden.md",
        "notes.txt",
        "link.md",
    ],
)
def test_it_refuses_what_is_not_known_as_public(project: Path, place: str) -> None:
    """A file that publishing does not make stops it, even a link with a harmless name."""
    file = project / "assignments" / "q1_one" / place
    if place == "link.md":
        file.symlink_to(project / "solutions" / "q1_one" / "test_hidden.py")
    else:
        write(project / "assignments" / "q1_one", {place: "secret"})
    with pytest.raises(AuthorError, match=f"{place} is not a file that students get"):
        student_zip("q1_one", project / "solutions", project / "assignments", project / "dist")
    assert not (project / "dist").exists()


def test_it_needs_a_published_folder(project: Path) -> None:
    """Without anything published there is no zip."""
    with pytest.raises(AuthorError, match="is empty or missing"):
        student_zip("q3_three", project / "solutions", project / "assignments", project / "dist")
