"""Files that an exercise gives: which may be given, and what several exercises share."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.errors import AuthorError
from autograder.exercises.data_files import MAX_BYTES, data_files, shared_files


def exercise(folder: Path, **files: bytes) -> Path:
    for name, data in files.items():
        path = folder / "files" / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    folder.mkdir(exist_ok=True)
    return folder


def test_files_have_their_paths_as_names(tmp_path: Path) -> None:
    """All files below `files/` are given, also in folders; hidden ones are not, and there may be none."""
    folder = exercise(tmp_path / "q1", **{"data.csv": b"a", "deep__more__x.json": b"{}", ".DS_Store": b"x"})
    assert data_files(folder) == {"data.csv": b"a", "deep/more/x.json": b"{}"}
    assert data_files(exercise(tmp_path / "q2")) == {}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("helper.py", "other files of such a name"),
        ("notes.ipynb", "other files of such a name"),
        ("statement.md", "other files of such a name"),
        ("Exercise.json", "other files of such a name"),
        ("tests__x.csv", "other files of such a name"),
        ("a b.csv", "letters, digits"),
        ("größe.csv", "letters, digits"),
        ("x\n.csv", "letters, digits"),
    ],
)
def test_a_name_that_can_not_be_given_is_refused(name: str, reason: str, tmp_path: Path) -> None:
    """A name must be one that nothing else of a student's folder has, and that every system can have."""
    with pytest.raises(AuthorError, match=f"q1/files/(?s:.*){reason}"):
        data_files(exercise(tmp_path / "q1", **{name: b"x"}))


def test_a_link_is_refused(tmp_path: Path) -> None:
    """A link could lead to a secret, such as the solution."""
    folder = exercise(tmp_path / "q1", **{"data.csv": b"x"})
    (folder / "files" / "more.csv").symlink_to(tmp_path / "q1.py")
    with pytest.raises(AuthorError, match=r"q1/files/more.csv is a link"):
        data_files(folder)


def test_too_much_is_refused(tmp_path: Path) -> None:
    """What every worker gets has a limit, in bytes and in files, for one exercise and for all together."""
    half = bytes(MAX_BYTES // 2 + 1)
    one, other = (exercise(tmp_path / name, **{f"{name}.bin": half}) for name in ("q1", "q2"))
    assert len(data_files(one)) == len(data_files(other)) == 1
    with pytest.raises(AuthorError, match=r"q1 and q2: its files have 8.0 MiB; at most 8 MiB"):
        shared_files([one, other])
    many = exercise(tmp_path / "q3", **{f"f{number}": b"" for number in range(201)})
    with pytest.raises(AuthorError, match="q3 has 201 files; at most 200"):
        data_files(many)


def test_two_exercises_share_a_name_only_with_the_same_bytes(tmp_path: Path) -> None:
    """In one assignment, a name means one file: two exercises may give the same one, and no other."""
    one, same, other = (
        exercise(tmp_path / name, **{"data.csv": data})
        for name, data in (("q1", b"a"), ("q2", b"a"), ("q3", b"b"))
    )
    assert shared_files([one, same]) == {"data.csv": b"a"}
    with pytest.raises(AuthorError, match=r"q1 and q3 have different files of the name data\.csv"):
        shared_files([one, same, other])
