"""Files become submissions: source text only, every size bounded first, every refusal a sentence."""

from __future__ import annotations

import io
import json
import os
import random
import struct
import subprocess
import sys
import time
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from autograder.errors import UsageError
from autograder.submissions.collect import find_class
from autograder.submissions.files import MAX_SOURCE
from autograder.submissions.read import read_submission
from autograder.submissions.submission import Cell, Submission
from autograder.text import clean_text

SOURCE = b"x = 1\n"


def find_submissions(paths: list[Path], assignment: str) -> list[Submission]:
    return find_class(paths, assignment)[0]


def read(file: str, data: bytes) -> Submission:
    return read_submission("alice", file, data, "q1")


def notebook(*cells: Any, **top: Any) -> bytes:
    """Return a notebook's bytes; a text is a code cell."""
    made = [
        {"cell_type": "code", "source": cell, "metadata": {}, "outputs": []}
        if isinstance(cell, str)
        else cell
        for cell in cells
    ]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **top}).encode()


def packed(*members: tuple[Any, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip's bytes; a member's name may be a ZipInfo, and may occur twice."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.create_system, entry.external_attr = 3, 0o120777 << 16
    return entry


def patched(data: bytes, *changes: tuple[bytes, bytes]) -> bytes:
    for old, new in changes:
        assert old in data and len(old) == len(new)
        data = data.replace(old, new)
    return data


def listing(count: int, name_length: int = 0) -> bytes:
    """Return a zip that is nothing but a central directory of so many members."""
    entry = b"PK\1\2" + bytes(24) + struct.pack("<H", name_length) + bytes(16) + b"x" * name_length
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0, 0, count * len(entry), 0, 0)
    return entry * count + end


def lying_size(data: bytes, size: int) -> bytes:
    """Return a zip of one member whose central directory claims another unpacked size."""
    at = data.index(b"PK\1\2") + 24
    return data[:at] + struct.pack("<I", size) + data[at + 4 :]


def cell(source: Any, kind: str = "code", **metadata: Any) -> dict[str, Any]:
    return {"cell_type": kind, "source": source, "metadata": metadata}


TEXTS = {
    "a script": ("q1.py", SOURCE, ["x = 1\n"]),
    "an empty script": ("q1.py", b"", [""]),
    "a byte-order mark": ("q1.py", b"\xef\xbb\xbf" + SOURCE, ["x = 1\n"]),
    "Windows' line ends": ("q1.py", b"x = 1\r\ny = 2\r", ["x = 1\ny = 2\n"]),
    "Persian": ("q1.py", "# سلام\n".encode(), ["# سلام\n"]),
    "Persian in Windows' old encoding": (
        "q1.py",
        "# coding: cp1256\n# سلام\n".encode("cp1256"),
        ["# coding: cp1256\n# سلام\n"],
    ),
    "Latin-1 that is declared": (
        "q1.py",
        "#!python\n# -*- coding: latin-1 -*-\né".encode("latin-1"),
        ["#!python\n# -*- coding: latin-1 -*-\né"],
    ),
    "a NUL": ("q1.py", b"x = 1\0", ["x = 1\0"]),
    "the largest script": ("q1.py", b"#" * MAX_SOURCE, ["#" * MAX_SOURCE]),
    "a notebook": ("q1.ipynb", notebook("x = 1", cell("# Title", "markdown"), "y = 2"), ["x = 1", "y = 2"]),
    "a notebook in capitals": ("Q1.IPYNB", notebook("x = 1"), ["x = 1"]),
    "a notebook with a byte-order mark": ("q1.ipynb", b"\xef\xbb\xbf" + notebook("x = 1"), ["x = 1"]),
    "a source in lines": ("q1.ipynb", notebook(cell(["x = 1\n", "y = 2"])), ["x = 1\ny = 2"]),
    "an ignored cell": (
        "q1.ipynb",
        notebook(cell("1 / 0", tags=["otter_ignore"]), cell("x = 1", tags=["other"])),
        ["x = 1"],
    ),
    "a cell without metadata": ("q1.ipynb", notebook({"cell_type": "code", "source": "x = 1"}), ["x = 1"]),
    "a notebook without cells": ("q1.ipynb", notebook(), []),
    "a lone surrogate": ("q1.ipynb", notebook("x = '\ud800'"), ["x = '?'"]),
    "magics are left for the worker": (
        "q1.ipynb",
        notebook("%matplotlib inline\n!ls"),
        ["%matplotlib inline\n!ls"],
    ),
    "a notebook's outputs": (
        "q1.ipynb",
        notebook({**cell("x = 1"), "outputs": [{"data": {"image/png": "A" * 5_000_000}}]}),
        ["x = 1"],
    ),
    "a zip of one script": ("a.zip", packed(("q1.py", SOURCE)), ["x = 1\n"]),
    "a zip with a folder": (
        "a.zip",
        packed(("q1/", b""), ("q1/q1.py", SOURCE), ("q1/data.csv", b"1")),
        ["x = 1\n"],
    ),
    "a zip from Windows": (
        "a.zip",
        patched(packed(("q1/q1.py", SOURCE)), (b"q1/q1.py", b"q1\\q1.py")),
        ["x = 1\n"],
    ),
    "a zip from a Mac": (
        "a.zip",
        packed(("__MACOSX/._q1.py", b"\0"), ("q1.py", SOURCE), (".DS_Store", b"")),
        ["x = 1\n"],
    ),
    "a zip of the exercise's folder": (
        "a.zip",
        packed(
            ("q1.py", SOURCE),
            ("test_visible.py", b"1 / 0"),
            ("tests/q1.py", b"1 / 0"),
            ("__pycache__/q1.py", b""),
        ),
        ["x = 1\n"],
    ),
    "a zip in which the assignment's name decides": (
        "a.zip",
        packed(("q1.py", SOURCE), ("try.py", b"1 / 0")),
        ["x = 1\n"],
    ),
    "a stored zip": ("a.zip", packed(("q1.py", SOURCE), method=zipfile.ZIP_STORED), ["x = 1\n"]),
    "otter's own traces": (
        "a.zip",
        packed(("q1.py", SOURCE), (".OTTER_LOG", b"cos\nsystem\n"), ("q1.pkl", b"cos")),
        ["x = 1\n"],
    ),
}


@pytest.mark.parametrize("case", TEXTS)
def test_what_honest_students_send_is_read(case: str) -> None:
    """Scripts, notebooks and zips of them give their code, cell by cell, as the student wrote it."""
    file, data, sources = TEXTS[case]
    submission = read(file, data)
    assert submission.problem == "" and [one.source for one in submission.cells] == sources
    assert submission.module == ("__main__" if file.lower().endswith("ipynb") else "submission")


def test_cells_are_called_by_their_place() -> None:
    """A script's code is named by its file, a notebook's by the number of its cell; ignored cells count."""
    assert read("q1.py", SOURCE).cells == (Cell("q1.py", "x = 1\n"),)
    data = notebook(cell("1", tags=["otter_ignore"]), cell("# Title", "markdown"), "x = 1")
    assert read("q1.ipynb", data).cells == (Cell("code cell 2", "x = 1"),)


NO_NOTEBOOK = "the file is no notebook: its JSON has no list of cells"
BOMB = packed(("q1.py", b"\0" * (15 << 20)))
REFUSED: dict[str, tuple[str, bytes | Callable[[], bytes], str]] = {
    "a script that is too large": ("q1.py", b"#" * (MAX_SOURCE + 1), "larger than 256 KiB"),
    "Latin-1": ("q1.py", "é".encode("latin-1"), "not UTF-8 text (byte 0)"),
    "UTF-16 without a mark": ("q1.py", "x = '\xe9'".encode("utf-16-be"), "not UTF-8 text"),
    "an encoding that the text is not in": (
        "q1.py",
        b"# coding: cp1252\nx = '\x81'",
        "not UTF-8 text (byte 22)",
    ),
    "an encoding that nobody knows": ("q1.py", b"# coding: klingon\nx = '\xe9'", "not UTF-8 text (byte 23)"),
    "an encoding that can be slow": ("q1.py", b"# coding: punycode\nx = '\xe9'", "not UTF-8 text (byte 24)"),
    "an encoding that is declared too late": (
        "q1.py",
        b"\n\n# coding: latin-1\nx = '\xe9'",
        "not UTF-8 text (byte 25)",
    ),
    "an encoded surrogate": ("q1.py", b"x = '\xed\xa0\x80'", "not UTF-8 text (byte 5)"),
    **{
        f"a notebook that is {text[:20]!r}": ("q1.ipynb", text.encode(), NO_NOTEBOOK)
        for text in (
            *(
                "null",
                "1",
                "[]",
                '"cells"',
                "{}",
                '{"cells": null}',
                '{"cells": 1}',
                '{"cells": "code"}',
                '{"cells": [1]}',
            ),
            *(
                '{"cells": [null]}',
                '{"cells": [[]]}',
                '{"cells": {"a": 1}}',
                '{"cells": [{}]}',
                '{"cells": [{"cell_type": "code", "source": 1}]}',
            ),
            *(
                '{"worksheets": [{"cell": []}]}',
                '{"worksheets": 1}',
                "9" * 100_000,
                '{"cells": ' + "[" * 100_000,
            ),
        )
    },
    "a notebook of no bytes": ("q1.ipynb", b"", "the notebook is empty; save it again"),
    "a notebook of null bytes": ("q1.ipynb", b"\0\0\0", "the notebook is empty; save it again"),
    "a notebook that is cut off": ("q1.ipynb", b'{"cells":\n [{"cell_', "it is cut off at line 2"),
    "a notebook with more behind it": ("q1.ipynb", b'{"cells": []}\n{}', "the notebook is no JSON (line 2)"),
    "a notebook with a conflict": (
        "q1.ipynb",
        b'{"cells": [\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> theirs\n]}',
        "a merge conflict begins at line 2",
    ),
    "a web page": ("q1.ipynb", b"\n<!DOCTYPE html><html>", "the file is a web page, whatever its name says"),
    "formatted text": ("q1.py", b"{\\rtf1 import numpy}", "the file is formatted text (RTF)"),
    "a pointer": ("q1.py", b"version https://git-lfs.github.com/spec/v1\n", "a pointer of Git LFS"),
    "a rar that is called a zip": ("q1.zip", b"Rar!\x1a\x07\0", "a .rar file is not read; send a .zip"),
    "a source that is a number": ("q1.ipynb", notebook(cell(1)), NO_NOTEBOOK),
    "a source of numbers": ("q1.ipynb", notebook(cell([1, 2])), NO_NOTEBOOK),
    "metadata that is a list": (
        "q1.ipynb",
        notebook({"cell_type": "code", "source": "", "metadata": []}),
        NO_NOTEBOOK,
    ),
    "tags that are a number": ("q1.ipynb", notebook(cell("", tags=1)), NO_NOTEBOOK),
    "bytes that are no text": ("q1.ipynb", b"\xff\xfe\xfd", NO_NOTEBOOK),
    "a notebook of 17 MiB": ("q1.ipynb", b" " * (17 << 20), "larger than 16 MiB; clear its outputs"),
    "a notebook of many values": (
        "q1.ipynb",
        b'{"cells": [' + b"[]," * (5 << 20) + b"0]}",
        "more than 1,000,000 values",
    ),
    "a notebook of 2,001 cells": (
        "q1.ipynb",
        notebook(*["1"] * 2_001),
        "more than 2000 cells or 256 KiB of code",
    ),
    "a notebook of too much code": (
        "q1.ipynb",
        notebook(*["#" * 100_000] * 3),
        "more than 2000 cells or 256 KiB of code",
    ),
    "no zip": ("a.zip", b"no zip", "the zip can't be read"),
    "an empty file as a zip": ("a.zip", b"", "the zip can't be read"),
    "half a zip": ("a.zip", BOMB[:100], "the zip can't be read"),
    "an empty zip": ("a.zip", packed(), "exactly one script or notebook; it holds none"),
    "a zip without code": ("a.zip", packed(("a.md", b"")), "it holds none"),
    "a zip of a text": ("a.zip", packed(("a.txt", b"")), "a.txt: it can't be run; send the .py or .ipynb"),
    "a zip of three": (
        "a.zip",
        packed(*((f"{name}.py", name) for name in "abc")),
        "it holds a.py, b.py, c.py",
    ),
    "a name thrice": ("a.zip", packed(*(("q1.py", text) for text in "123")), "it holds q1.py, q1.py"),
    "a zip in a zip in a zip": (
        "a.zip",
        packed(("b.zip", packed(("c.zip", packed(("q1.py", SOURCE)))))),
        "the archive holds archives in archives",
    ),
    "two zips in a zip": (
        "a.zip",
        packed(*((f"{name}.zip", packed(("q1.py", SOURCE + name.encode()))) for name in "bc")),
        "the submission holds 2 archives (b.zip, c.zip); send one",
    ),
    "a member above": ("a.zip", packed(("../q1.py", SOURCE)), "outside its own folder"),
    "a member above, as data": (
        "a.zip",
        packed(("q1.py", SOURCE), ("a/../../b.txt", b"")),
        "outside its own folder",
    ),
    "a member above, from Windows": (
        "a.zip",
        patched(packed((".././q1.py", b"")), (b".././", b"..\\.\\")),
        "outside its own folder",
    ),
    "an absolute member": ("a.zip", packed(("/etc/q1.py", SOURCE)), "outside its own folder"),
    "a name of 60 KB": ("a.zip", packed(("a/" * 30_000 + "q1.py", SOURCE)), "a name of extreme length"),
    "a link": ("a.zip", packed((link("q1.py"), b"/etc/passwd")), "a link"),
    "a bomb": ("a.zip", BOMB, "too large for its packed size"),
    "a large member": (
        "a.zip",
        lambda: packed(("q1.ipynb", random.Random(0).randbytes(17 << 20)), method=zipfile.ZIP_STORED),
        "too large",
    ),
    "a bzip2 bomb": (
        "a.zip",
        lambda: lying_size(packed(("q1.py", b"\0" * (64 << 20)), method=zipfile.ZIP_BZIP2), 10),
        "unusual way",
    ),
    "an LZMA bomb": (
        "a.zip",
        lying_size(packed(("q1.py", b"\0" * (1 << 20)), method=zipfile.ZIP_LZMA), 10),
        "unusual way",
    ),
    "an encrypted zip": (
        "a.zip",
        patched(packed(("q1.py", SOURCE)), (b"\x14\0\0\0\x08\0", b"\x14\0\1\0\x08\0")),
        "the zip has a password; send one without",
    ),
    "a broken stream": (
        "a.zip",
        patched(packed(("q1.py", SOURCE * 9)), (b"q1.py\xab", b"q1.py\xff")),
        "the zip can't be read",
    ),
    "a broken checksum": (
        "a.zip",
        patched(packed(("q1.py", SOURCE), method=zipfile.ZIP_STORED), (SOURCE, b"x = 2\n")),
        "can't be read",
    ),
    "6,000 members": (
        "a.zip",
        partial(packed, *((f"{number}.txt", b"") for number in range(6_000))),
        "more than 5000 files",
    ),
    "five million members": ("a.zip", partial(listing, 5_000_000), "more than 5000 files"),
    "members whose names need more than 32 MiB": (
        "a.zip",
        partial(listing, 600, 60_000),
        "more than 5000 files",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_has_a_problem_instead_of_cells(case: str) -> None:
    """Broken, hostile and oversized files are refused in a sentence, quickly and in little memory."""
    file, given, reason = REFUSED[case]
    data = given if isinstance(given, bytes) else given()
    tracemalloc.start()
    start = time.monotonic()
    submission = read(file, data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert reason in submission.problem and submission.cells == () and submission.name == "alice"
    assert peak < 64 << 20 and time.monotonic() - start < 5


def test_a_member_that_unpacks_to_more_than_it_says_is_cut_in_bounded_memory() -> None:
    """A member gives no more than the size that it claims, or a problem; memory stays bounded."""
    data = lying_size(BOMB, 1_000)
    tracemalloc.start()
    submission = read("a.zip", data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40 << 20 and (submission.problem or len(submission.cells[0].source) <= 1_000)


def test_damaged_zips_are_read_or_refused() -> None:
    """A few bytes changed anywhere in a zip give cells or a problem, never an exception."""
    chance, whole = random.Random(0), packed(("q1.py", SOURCE * 50), ("data.csv", b"1,2"), ("b/", b""))
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            data[chance.randrange(len(data))] = chance.choice([0, 1, 0xFF, chance.randrange(256)])
        submission = read("a.zip", bytes(data))
        assert bool(submission.problem) != bool(submission.cells)


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def test_a_folder_gives_every_file_that_can_be_a_submission(tmp_path: Path) -> None:
    """Scripts, notebooks and zips at any depth count; hidden files, handed-out checks and caches don't."""
    files = [
        "a.py",
        "deep/er/b.ipynb",
        "c.zip",
        ".hidden/d.py",
        "__pycache__/e.py",
        "tests/f.py",
        "test_visible.py",
        "g.txt",
        "__init__.py",
    ]
    contents = {".ipynb": notebook("x"), ".zip": packed(("q1.py", SOURCE))}
    write(tmp_path, {file: contents.get(Path(file).suffix, SOURCE) for file in files})
    found = find_submissions([tmp_path], "q1")
    assert {(one.name, one.file, one.problem) for one in found} == {
        ("a", "a.py", ""),
        ("deep", "deep/er/b.ipynb", ""),
        ("c", "c.zip/q1.py", ""),
    }


def test_a_zip_of_a_class_gives_a_submission_for_each_member(tmp_path: Path) -> None:
    """Each script, notebook and inner zip is one student's. A damaged one is that student's problem only."""
    inner, bomb = packed(("q1.py", SOURCE)), zipfile.ZipInfo("eve.py")
    bomb.compress_type = zipfile.ZIP_DEFLATED
    members = [
        ("bob.py", SOURCE),
        ("carol/q1.ipynb", notebook("x")),
        ("dave.zip", inner),
        (bomb, bytes(9 << 20)),
        (link("mallory.py"), b"/"),
    ]
    write(
        tmp_path,
        {
            "class.zip": packed(*members),
            "whole.zip": packed(("/abs.py", b"")),
            "none.zip": packed(("a.txt", b"")),
        },
    )
    found = {one.name: one for one in find_submissions([tmp_path / "class.zip"], "q1")}
    assert sorted(found) == ["bob", "carol", "dave", "eve", "mallory"] and found["dave"].cells == (
        Cell("q1.py", "x = 1\n"),
    )
    assert "too large" in found["eve"].problem and "link" in found["mallory"].problem
    for name in ("whole.zip", "none.zip"):
        with pytest.raises(UsageError, match="holds no submission"):
            find_submissions([tmp_path / name], "q1")


def bad_utf8(name: bytes) -> bytes:
    """Return a zip with an honest member, and one whose name is marked as UTF-8 and is other bytes."""
    data = packed(("honest.py", SOURCE), ("\u00e9" * (len(name) // 2), SOURCE))
    return data.replace("\u00e9".encode() * (len(name) // 2), name)


@cache
def nested() -> bytes:
    """Return a zip with more members than one student's may have."""
    return packed(*((f"{number}.txt", b"") for number in range(6_000)), ("q1.py", SOURCE))


FAKE_HEADERS = packed(("q1.py", b"# " + b"PK\1\2" * 50_001), method=zipfile.ZIP_STORED)
IN_CLASS_ZIPS = {
    "above the zip": (packed(("honest.py", SOURCE), ("../eve.py", SOURCE)), {}, "../eve.py: not graded, "),
    "deep above it": (packed(("honest.py", SOURCE), ("a/../../b/eve.py", SOURCE)), {}, "a/../../b/eve.py: "),
    "absolute": (packed(("honest.py", SOURCE), ("/etc/eve.py", SOURCE)), {}, "/etc/eve.py: not graded, "),
    "above it, by Windows": (packed(("honest.py", SOURCE), ("..\\eve.py", SOURCE)), {}, "../eve.py: not"),
    "a name without end": (packed(("honest.py", SOURCE), ("e" * 2_000 + ".py", SOURCE)), {}, "eee…: not"),
    "no UTF-8": (bad_utf8(b"\xff\xfe.py!!"[:6] + b".py."), {}, "not graded, it is no .py"),
    "a version that does not exist": (
        packed(("eve.txt", b""), ("honest.py", SOURCE)).replace(
            b"PK\1\2\x14\3\x14\0", b"PK\1\2\x14\3\xff\0", 1
        ),
        {},
        "eve.txt: not graded, it is no .py",
    ),
    "50,001 fake headers": (
        packed(("honest.py", SOURCE), ("eve.zip", FAKE_HEADERS), method=zipfile.ZIP_STORED),
        {"eve": ""},
        "",
    ),
    "many members of one": (
        lambda: packed(("honest.py", SOURCE), ("eve.zip", nested()), method=zipfile.ZIP_STORED),
        {"eve": "more than 5000 files"},
        "",
    ),
    "a name above the zip, in a student's own": (
        packed(("honest.py", SOURCE), ("eve.zip", packed(("q1.py", SOURCE), ("../q1.py", SOURCE)))),
        {"eve": "outside its own folder"},
        "",
    ),
    "a damaged member": (
        packed(("honest.py", SOURCE), ("eve.py", b"x = 3\n"), method=zipfile.ZIP_STORED).replace(
            b"x = 3", b"x = 4", 1
        ),
        {"eve": "the zip can't be read"},
        "",
    ),
}


@pytest.mark.parametrize("case", IN_CLASS_ZIPS)
def test_one_member_of_a_class_s_zip_is_nobody_else_s_problem(tmp_path: Path, case: str) -> None:
    """A bad member costs its own row or is a line in the notes; the others are graded."""
    given, problems, line = IN_CLASS_ZIPS[case]
    data = given if isinstance(given, bytes) else given()
    write(tmp_path, {"class.zip": data})
    found, notes = find_class([tmp_path / "class.zip"], "q1")
    rows = {one.name: one for one in found}
    assert rows.pop("honest").cells[0].source == "x = 1\n"
    assert rows.keys() == problems.keys()
    assert all(problems[name] in rows[name].problem for name in rows)
    assert all(bool(problems[name]) != bool(rows[name].cells) for name in rows)
    assert line in "\n".join(notes) and "".join(notes).isprintable()


def test_fifty_thousand_fake_headers_in_each_of_many_zips_are_not_counted(tmp_path: Path) -> None:
    """What lies in the zips of students is not counted as members of the class's zip."""
    inner = packed(("q1.py", SOURCE), ("data.txt", b"PK\1\2" * 50_001), method=zipfile.ZIP_STORED)
    members = ((f"{number}.zip", inner) for number in range(20))
    write(tmp_path, {"class.zip": packed(*members, method=zipfile.ZIP_STORED)})
    assert [one.problem for one in find_submissions([tmp_path / "class.zip"], "q1")] == [""] * 20


def test_what_reading_one_file_fails_on_is_that_file_s_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error that nobody has thought of while a file is read costs that file's row, and no other."""

    def careless(data: bytes) -> str:
        return str(1 // (len(data) - len(b"evil"))) and data.decode()

    monkeypatch.setattr("autograder.submissions.source._source", careless)
    found = find_submissions([write(tmp_path, {"a.py": SOURCE, "b.py": b"evil", "c.py": SOURCE})], "q1")
    assert [one.problem for one in found] == ["", "the file can't be read: ZeroDivisionError", ""]


NAMES = {
    "different": (["a.py", "b.py"], ["a", "b"]),
    "two kinds": (["a.py", "a.ipynb"], ["a"]),
    "one name in many folders": (["alice/q1.py", "bob/q1.py"], ["alice", "bob"]),
    "a joined path that is a file, too": (
        ["a/q1.py", "b/q1.py", "a_q1.py.py"],
        ["a", "a_q1.py", "b"],
    ),
    "names that differ in what isn't shown": (["a\u202e.py", "a\x07.py"], ["a.py", "a.py-2"]),
    "bytes that are no text": ([os.fsdecode(b"a\xff.py"), "b.py"], ["a", "b"]),
}


@pytest.mark.parametrize("case", NAMES)
def test_every_submission_has_a_name_of_its_own(tmp_path: Path, case: str) -> None:
    """A name is the stem, or more of the path if two share it. It is printable and unique."""
    files, names = NAMES[case]
    write(tmp_path, dict.fromkeys(files, SOURCE))
    found = find_submissions([tmp_path], "q1")
    assert sorted(one.name for one in found) == names
    assert all(one.file.isprintable() and one.file.endswith((".py", ".ipynb")) for one in found)


def test_the_same_file_named_twice_is_two_submissions(tmp_path: Path) -> None:
    """A path that is given several times is graded several times."""
    write(tmp_path, {"a.py": SOURCE})
    assert [one.name for one in find_submissions([tmp_path / "a.py"] * 3, "q1")] == [
        "a.py",
        "a.py-2",
        "a.py-3",
    ]


def test_many_files_are_named_in_no_time(tmp_path: Path) -> None:
    """Two thousand files that share one stem are found and named in seconds of CPU."""
    write(tmp_path, {f"{number}/q1.py": SOURCE for number in range(2_000)})
    start = time.process_time()
    assert len({one.name for one in find_submissions([tmp_path], "q1")}) == 2_000
    assert time.process_time() - start < 5


def test_links_in_a_folder_lead_nowhere(tmp_path: Path) -> None:
    """A link to a file, to the folder itself, or to nothing is no submission, and a loop of links ends."""
    write(tmp_path, {"class/a.py": SOURCE, "secret/answer.py": SOURCE})
    for name, target in {
        "b.py": "../secret/answer.py",
        "c": "..",
        "loop": ".",
        "d": "../secret",
        "e.py": "nothing",
    }.items():
        (tmp_path / "class" / name).symlink_to(target)
    assert [one.name for one in find_submissions([tmp_path / "class"], "q1")] == ["a"]


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    """A pipe that has a script's name is skipped; opening it would wait for ever."""
    write(tmp_path, {"a.py": SOURCE})
    os.mkfifo(tmp_path / "b.py")
    assert [one.name for one in find_submissions([tmp_path], "q1")] == ["a"]


USAGE = {
    "a path that isn't there": ("missing.py", "missing.py can't be read: No such file"),
    "a folder that isn't there": ("missing", "missing can't be read: No such file"),
}
ALONE = {
    "a folder without submissions": (
        "empty",
        "empty holds no submission: no .py, .ipynb, .zip file is in it",
    ),
    "another kind of file": ("a.txt", "a.txt holds no submission"),
    "a zip that is none": ("broken.zip", "broken.zip: the zip can't be read"),
    "a zip of more than a class": (
        "huge.zip",
        "huge.zip: the zip is larger than 256 MiB or has more than 50000 files",
    ),
}


@pytest.mark.parametrize("case", ALONE)
def test_a_path_with_nothing_to_grade_is_a_row_or_a_line_among_others(tmp_path: Path, case: str) -> None:
    """A shell gives the paths of a whole class: a bad one is named, and the rest is graded."""
    name, reason = ALONE[case]
    files = {"a.txt": b"", "broken.zip": b"no zip", "huge.zip": listing(50_001), "empty/.keep": b""}
    write(tmp_path, {**files, "good.py": SOURCE})
    with pytest.raises(UsageError) as raised:
        find_submissions([tmp_path / name], "q1")
    assert reason in str(raised.value)
    found, notes = find_class([tmp_path / "good.py", tmp_path / name], "q1")
    assert found[0].cells and all(one.problem for one in found[1:])
    said = [*notes, *(f"{one.file}: {one.problem}" for one in found[1:])]
    assert len(said) == 1 and reason.partition(": ")[2] in said[0] and name in said[0]


@pytest.mark.parametrize("case", USAGE)
def test_a_path_that_is_not_there_is_an_error_of_usage(tmp_path: Path, case: str) -> None:
    """The error names the bad path among good ones, and says what to give instead."""
    name, reason = USAGE[case]
    write(tmp_path, {"good.py": SOURCE})
    with pytest.raises(UsageError) as raised:
        find_submissions([tmp_path / "good.py", tmp_path / name], "q1")
    assert reason in str(raised.value)


UNREADABLE = """
import sys
from pathlib import Path
from autograder.submissions.collect import find_class
found, notes = find_class([*map(Path, sys.argv[1:])], "q1")
for one in found:
    print(f"{one.file}: {one.problem or 'graded'}")
print(*notes, sep="\\n")
"""


@pytest.mark.parametrize(
    ("locked", "mode", "said"),
    [
        ("class/a.py", 0, "a.py: the file can't be read: Permission denied"),
        ("class/inner", 0, "inner: not graded, the file can't be read: Permission denied"),
        ("class/inner", 0o444, "inner/b.py: the file can't be read: Permission denied"),
        ("class/z.zip", 0, "z.zip: the file can't be read: Permission denied"),
    ],
)
@pytest.mark.parametrize("named", [False, True])
def test_a_file_or_folder_that_may_not_be_read_is_its_row_or_a_line(
    tmp_path: Path, locked: str, mode: int, said: str, named: bool
) -> None:
    """A file or folder without permission is named, and the others are graded."""
    write(tmp_path, {"class/a.py": SOURCE, "class/inner/b.py": SOURCE, "class/ok.py": SOURCE})
    write(tmp_path, {"class/z.zip": packed(("q1.py", SOURCE))})
    (tmp_path / locked).chmod(mode)
    drop = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    paths = (tmp_path / "class").iterdir() if named else [tmp_path / "class"]
    command = [*drop, sys.executable, "-c", UNREADABLE, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    (tmp_path / locked).chmod(0o755)
    assert "ok.py: graded" in done.stdout.splitlines(), done.stderr
    expected = said.replace("inner: not graded, ", "inner: ").replace("inner/b", "b") if named else said
    assert expected in done.stdout.splitlines()


def test_nothing_is_executed_or_extracted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading runs no code of a submission and writes no file, whatever is in it."""
    deed = f"open({str(tmp_path / 'deed')!r}, 'w')".encode()
    write(
        tmp_path,
        {
            "in/a.py": deed,
            "in/b.ipynb": notebook(deed.decode()),
            "in/c.zip": packed(("q1.py", deed), ("numpy.py", deed)),
        },
    )
    place = tmp_path / "place"
    place.mkdir()
    monkeypatch.chdir(place)
    modules = set(sys.modules)
    assert len(find_submissions([tmp_path / "in"], "q1")) == 3
    assert not (tmp_path / "deed").exists() and not list(place.iterdir()) and set(sys.modules) == modules


CLEAN = {
    "plain": ("conv2d", "conv2d"),
    "lines and tabs": (" a\n\tb\r\n\x0bc\u2028d ", "a b c d"),
    "a terminal's colours": ("\x1b[31mred\x1b[0m\x9b", "[31mred[0m"),
    "directions": ("a\u202eb\u2066c\u200fd", "abcd"),
    "nothing wide": ("a\u200b\ufeff\u00adb", "ab"),
    "surrogates and private characters": ("a\ud800\ue000\U0010ffffb", "ab"),
    "Persian": ("گام و هسته", "گام و هسته"),
    "a long text": ("x" * 400, "x" * 299 + "…"),
    "a text without end": ("x " * 10_000_000, None),
    "a number": (3, "3"),
}


@pytest.mark.parametrize("case", CLEAN)
def test_clean_text_is_one_bounded_printable_line(case: str) -> None:
    """Only visible characters of a text are kept, on one line, in one direction, up to a limit."""
    text, expected = CLEAN[case]
    cleaned = clean_text(text)
    assert cleaned.isprintable() and len(cleaned) <= 300 and expected in (cleaned, None)


def test_where_nothing_can_be_read_there_is_nothing_to_grade(tmp_path: Path) -> None:
    """A bad file among others is a row with its reason. If all are bad, the command stops with an error."""
    (tmp_path / "bad.ipynb").write_text("no notebook")
    with pytest.raises(UsageError, match=r"nothing to grade; bad\.ipynb: the notebook is no JSON"):
        find_submissions([tmp_path / "bad.ipynb"], "small")

    (tmp_path / "good.py").write_text("x = 1")
    assert [bool(submission.problem) for submission in find_submissions([tmp_path], "small")] == [True, False]
