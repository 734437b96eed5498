"""Submissions as students hand them in: which file counts, whose it is, and what is said where none does.

Each row is what one student sent, by the names of its files. A row is graded in a folder of a class, in a zip
of it, alone, in Gradescope's container, and by the plugin of `otter run`, and must get the same everywhere.
"""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from autograder.exercises.handed_out import read_handed_out
from autograder.exercises.load import find_assignment
from autograder.grading.grader import Grader
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.submissions.collect import find_class
from autograder.submissions.handed_out import HandedOut
from autograder.submissions.read import read_folder
from autograder.submissions.submission import Submission

ROOT = Path(__file__).parents[2]
INTAKE = ROOT / "solutions" / "hand_ins" / "archives_and_encodings"
STUB = (
    '"""Doubling."""\n\nimport numpy as np\n\n# %%\ntable = ...  # write your answer here\n\n\n# %%\n'
    'def double(x, times=1):\n    """Return twice the array."""\n'
    '    raise NotImplementedError("double: write your code here")\n'
)
TABLE = "import numpy as np\ntable = [1, 2]\n"
DOUBLE = "def double(x, times=1):\n    return 2.0 * times * np.asarray(x)\n"
RIGHT = TABLE + DOUBLE
WRONG = "def half(x):\n    ...\n"
FULL = 10
Files = dict[str, bytes | str]


def notebook(*cells: str, **more: object) -> str:
    """Return a notebook of version 4 with some code cells."""
    made = [
        {"cell_type": "code", "source": text, "metadata": {}, "outputs": [], "execution_count": 1}
        for text in cells
    ]
    words = {"cell_type": "markdown", "source": "# Doubling", "metadata": {}}
    return json.dumps({"cells": [words, *made], "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more})


def cells_of(*cells: tuple[str, str | None]) -> str:
    """Return a notebook with cells of some kinds; all have the same id, as copies once had."""
    made = [
        {"cell_type": kind, "metadata": {}, "id": "a1", **({} if text is None else {"source": text})}
        for kind, text in cells
    ]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def resaved(text: str) -> str:
    """Return a notebook as Jupyter saves it again: sources in lists, other spaces, another kernel."""
    sheet = json.loads(text)
    for cell in sheet["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True)
        cell["id"] = "a1"
    return json.dumps({**sheet, "metadata": {"kernelspec": {"name": "py310"}}}, indent=1) + "\n"


def old_notebook(*cells: str) -> str:
    """Return a notebook of version 3."""
    made = [{"cell_type": "code", "input": text, "language": "python", "outputs": []} for text in cells]
    return json.dumps({"worksheets": [{"cells": made}], "metadata": {"name": ""}, "nbformat": 3})


def zipped(files: Files, password: bool = False) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    packed = bytearray(data.getvalue())
    if password:  # the flags of each member, at its place and in the list
        for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
            place = packed.find(mark)
            while place >= 0:
                packed[place + at] |= 1
                place = packed.find(mark, place + 4)
    return bytes(packed)


def tarred(files: Files, mode: str = "w:gz", style: int = tarfile.PAX_FORMAT) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode, format=style) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            raw = content.encode() if isinstance(content, str) else content
            entry = tarfile.TarInfo(name)
            entry.size = len(raw)
            archive.addfile(entry, io.BytesIO(raw))
    return data.getvalue()


STUB_SHEET = notebook(*(cell.partition("\n")[2] for cell in f"\n{STUB}".split("# %%")))
HANDED_OUT: Files = {
    "small/small.py": STUB,
    "small/small.ipynb": STUB_SHEET,
    "small/statement.md": "# Doubling",
    "small/exercise.json": "{}",
    "small/test_visible.py": "import layer_tables",
    "small/layer_tables.py": "x = 1",
    "small/tests/small.py": "test = {}",
    "small/picture.svg": "<svg/>",
}
FILLED: Files = {**HANDED_OUT, "small/small.py": RIGHT}
SHEET = notebook("import numpy as np", "table = [1, 2]", DOUBLE)
PAGE = "\n<!DOCTYPE html>\n<html><title>small.ipynb</title>"


@dataclass(frozen=True)
class HandIn:
    """What a student sent, what it earns, and what is said of it; `chosen` ends the path that counts."""

    files: Files
    chosen: str = ""
    points: float = FULL
    said: str = ""


def no(files: Files, said: str) -> HandIn:
    return HandIn(files, points=0, said=said)


ROWS = {
    # The folder as it was handed out.
    "folder: the script is filled in": HandIn(FILLED, "small/small.py"),
    "folder: the notebook is filled in": HandIn({**HANDED_OUT, "small/small.ipynb": SHEET}, "small.ipynb"),
    "folder: both are, the same": HandIn({**FILLED, "small/small.ipynb": notebook(RIGHT)}),
    "folder: both are, the notebook is better": HandIn(
        {**FILLED, "small/small.py": TABLE, "small/small.ipynb": SHEET},
        "small.ipynb",
        said="the better one counts: small.ipynb",
    ),
    "folder: both are, the script is better": HandIn(
        {**FILLED, "small/small.ipynb": notebook(TABLE)}, "small.py", said="the better one counts: small.py"
    ),
    "folder: Jupyter has saved the stub again": HandIn(
        {**FILLED, "small/small.ipynb": resaved(STUB_SHEET)}, "small.py"
    ),
    "folder: the stub with other line ends": HandIn(
        {**HANDED_OUT, "small/small.py": STUB.replace("\n", "\r\n"), "small/small.ipynb": SHEET},
        "small.ipynb",
    ),
    "folder: a formatter has wrapped the stub": HandIn(
        {
            **HANDED_OUT,
            "small/small.py": STUB.replace("(x, times", "(\n    x, times"),
            "small/small.ipynb": SHEET,
        },
        "small.ipynb",
    ),
    "folder: the notebook in another language is filled in": HandIn(
        {**HANDED_OUT, "small/small.fa.ipynb": SHEET}, "small.fa.ipynb"
    ),
    "folder: nothing is filled in": HandIn(HANDED_OUT, points=0),
    "folder: the script was renamed": HandIn({**HANDED_OUT, "small/my solution.py": RIGHT}, "my solution.py"),
    "folder: in a zip": HandIn({"small.zip": zipped(FILLED)}, "small.zip/small/small.py"),
    "folder: as the case has it": HandIn(
        {"homework.zip": zipped({f"hw/{name}": text for name, text in FILLED.items()})}, "small.py"
    ),
    "folder: without the folder": HandIn(
        {name.removeprefix("small/"): text for name, text in FILLED.items()}, "small.py"
    ),
    "folder: the same twice, one untouched": HandIn(
        {**HANDED_OUT, **{f"copy of {name}": text for name, text in FILLED.items()}}, "copy of small/small.py"
    ),
    # Names that systems and people give.
    "name: a second download of Windows": HandIn({"small (1).py": RIGHT}, "small (1).py"),
    "name: a copy by macOS": HandIn({"small copy.py": RIGHT, "small.py": STUB}, "small copy.py"),
    "name: a copy by Windows": HandIn({"small - Copy.py": RIGHT, "small.py": STUB}, "small - Copy.py"),
    "name: a copy by Colab": HandIn({"Copy of small.ipynb": SHEET}, "Copy of small.ipynb"),
    "name: a copy by Dropbox": HandIn(
        {"small (Ada's conflicted copy 2026-03-01).py": RIGHT, "small.py": STUB}, "2026-03-01).py"
    ),
    "name: sent again to Canvas": HandIn({"small-2.py": RIGHT}, "small-2.py"),
    "name: the student's behind it": HandIn({"small_ada_final.ipynb": SHEET}, "final.ipynb"),
    "name: something else": HandIn({"main.py": RIGHT}, "main.py"),
    "name: Untitled, by JupyterLab": HandIn({"Untitled.ipynb": SHEET}, "Untitled.ipynb"),
    "name: in capitals": HandIn({"SMALL.PY": RIGHT}, "SMALL.PY"),
    "name: .txt behind it, by a telephone": HandIn({"small.py.txt": RIGHT}, "small.py.txt"),
    "name: .json behind it, by a browser": HandIn({"small.ipynb.json": SHEET}, "small.ipynb.json"),
    "name: .txt behind a notebook": HandIn({"small.ipynb.txt": SHEET}, "small.ipynb.txt"),
    "name: a notebook that is called .py": HandIn({"small.py": SHEET}, "small.py"),
    "name: a script that is called .ipynb": no({"small.ipynb": RIGHT}, "no JSON (line 1)"),
    "name: spaces and letters of Persian": HandIn({"تمرین یک.py": RIGHT}, "تمرین یک.py"),
    "name: as an address has it": HandIn({"small%20(1).py": RIGHT}, "small%20(1).py"),
    "name: quotes and signs of the shell": HandIn({"Ada's “small” & $more;.py": RIGHT}, "more;.py"),
    "name: a space behind it": HandIn({"small.py ": RIGHT}),
    "name: a script for windows": HandIn({"small.pyw": RIGHT}, "small.pyw"),
    # What systems and editors leave behind.
    "left: by macOS": HandIn(
        {
            "a.zip": zipped(
                {"small.py": RIGHT, "__MACOSX/._small.py": "\0\5", ".DS_Store": "", "._small.py": "\0"}
            )
        }
    ),
    "left: by Jupyter": HandIn(
        {"small.ipynb": SHEET, ".ipynb_checkpoints/small-checkpoint.ipynb": notebook(TABLE)}, "small.ipynb"
    ),
    "left: by Jupyter, flattened": HandIn(
        {"small.ipynb": SHEET, "small-checkpoint.ipynb": notebook(TABLE)}, "small.ipynb"
    ),
    "left: by editors": HandIn(
        {
            "small.py": RIGHT,
            "small.py~": TABLE,
            "small.py.bak": TABLE,
            ".small.py.swp": "",
            "#small.py#": "",
            "__pycache__/small.cpython-311.pyc": b"\0",
            ".vscode/settings.json": "{}",
            ".idea/a.xml": "",
        },
        "small.py",
    ),
    "left: by git": HandIn(
        {"small.py": RIGHT, ".git/HEAD": "", ".gitignore": "", "README.md": ""}, "small.py"
    ),
    "left: an environment": HandIn(
        {"small.py": RIGHT, "venv/lib/six.py": "x = 1", "env2/lib/site-packages/six.py": ""}, "small.py"
    ),
    "left: results of our own": HandIn(
        {"small.py": RIGHT, "out/grades.db": "", "out/results/small.json": "{}", "out/final_grades.csv": ""}
    ),
    "left: a script that Jupyter made of the notebook": HandIn(
        {"small.ipynb": SHEET, "small.py": f"# In[1]:\n{RIGHT}"}
    ),
    # Archives.
    "archive: a tar": HandIn({"small.tar": tarred({"small.py": RIGHT}, "w")}, "small.tar/small.py"),
    "archive: a tar.gz": HandIn({"small.tar.gz": tarred(FILLED)}, "small.tar.gz/small/small.py"),
    "archive: a tgz of GNU tar": HandIn(
        {"small.tgz": tarred({f"{'deep/' * 30}small.py": RIGHT}, style=tarfile.GNU_FORMAT)}, "deep/small.py"
    ),
    "archive: a zip in a zip": HandIn(
        {"a.zip": zipped({"b.zip": zipped({"small.py": RIGHT})})}, "b.zip/small.py"
    ),
    "archive: a tar in a zip": HandIn(
        {"a.zip": zipped({"b.tgz": tarred({"small.py": RIGHT})})}, "b.tgz/small.py"
    ),
    "archive: an older one beside it": HandIn(
        {"small.py": RIGHT, "old.zip": zipped({"small.py": TABLE})}, "small.py"
    ),
    "archive: beside the untouched stub": HandIn(
        {"small.py": STUB, "mine.zip": zipped({"small.py": RIGHT})}, "mine.zip/small.py"
    ),
    "archive: a tar that is called .zip": HandIn({"small.zip": tarred({"small.py": RIGHT})}, "small.py"),
    "archive: a rar that is called .zip": no({"small.zip": b"Rar!\x1a\x07\1\0"}, "a .rar file is not read"),
    "archive: a rar": no({"small.rar": b"Rar!\x1a\x07\1\0"}, "small.rar: send a .zip, or the .py"),
    "archive: a 7z": no({"small.7z": b"7z\xbc\xaf\x27\x1c"}, "small.7z: send a .zip"),
    "archive: a password": no({"a.zip": zipped({"small.py": RIGHT}, password=True)}, "has a password"),
    "archive: a gz of one file": no({"small.py.gz": gzip.compress(RIGHT.encode())}, "send a .zip"),
    "archive: the same one twice": HandIn(
        {"small.zip": zipped({"small.py": RIGHT}), "small (1).zip": zipped({"small.py": RIGHT})}, "small.py"
    ),
    "archive: backslashes of Windows": HandIn(
        {"a.zip": zipped({"small\\small.py": RIGHT})}, "small/small.py"
    ),
    "archive: a download of GitHub": HandIn(
        {"hw-main.zip": zipped({f"hw-main/{name}": text for name, text in FILLED.items()})}, "small.py"
    ),
    # Other files.
    "other: a PDF": no({"small.pdf": b"%PDF-1.7"}, "small.pdf: it can't be run; send the .py or .ipynb"),
    "other: a Word document": no(
        {"small.docx": zipped({"word/document.xml": ""})}, "small.docx: it can't be run"
    ),
    "other: a photo": no({"IMG_0001.heic": b"\0"}, "a picture can't be run"),
    "other: a PDF beside it": HandIn({"small.py": RIGHT, "small.pdf": b"%PDF-1.7"}, "small.py"),
    "other: a PDF that is called .py": no({"small.py": b"%PDF-1.7"}, "the file is a PDF, whatever its name"),
    "other: a page of GitHub": no({"small.ipynb": PAGE}, "the file is a web page"),
    "other: RTF of TextEdit": no({"small.py": "{\\rtf1\\ansi import numpy}"}, "formatted text (RTF)"),
    "other: a pointer of Git LFS": no(
        {"small.py": "version https://git-lfs.github.com/spec/v1\n"}, "Git LFS"
    ),
    "other: a link of Google Drive": no({"small.gdoc": "{}"}, "small.gdoc: it can't be run"),
    "other: a shortcut of Windows": no(
        {"small.py.lnk": b"L\0"}, "small.py.lnk: it only says where a file is"
    ),
    "other: what iCloud leaves in its place": no({".small.py.icloud": b"bplist00"}, "it only says where"),
    "other: compiled by Python": no({"small.cpython-311.pyc": b"\xa7\r\r\n"}, "send the .py file itself"),
    "other: a download that has not ended": no({"small.ipynb.crdownload": SHEET[:40]}, "has not ended"),
    # Encodings and old or damaged files.
    "file: UTF-8 with a mark": HandIn({"small.py": b"\xef\xbb\xbf" + RIGHT.encode()}),
    "file: UTF-16 of Windows": HandIn({"small.py": RIGHT.encode("utf-16")}),
    "file: UTF-16, big end first": HandIn({"small.py": b"\xfe\xff" + RIGHT.encode("utf-16-be")}),
    "file: a declared encoding": HandIn(
        {"small.py": f"# -*- coding: cp1256 -*-\n{RIGHT}# دو\n".encode("cp1256")}
    ),
    "file: ends of lines of Windows": HandIn({"small.py": RIGHT.replace("\n", "\r\n")}),
    "file: ends of lines of old Macs": HandIn({"small.py": RIGHT.replace("\n", "\r")}),
    "file: a notebook of version 3": HandIn({"small.ipynb": old_notebook(TABLE, DOUBLE)}),
    "file: a notebook in UTF-16": HandIn({"small.ipynb": SHEET.encode("utf-16")}),
    "file: a notebook with a mark": HandIn({"small.ipynb": b"\xef\xbb\xbf" + SHEET.encode()}),
    "file: a cell of code that became text": HandIn(
        {"small.ipynb": cells_of(("code", TABLE), ("markdown", DOUBLE))},
        points=1,
        said="double: this definition is in a cell of text, which does not run. Make it a code cell.",
    ),
    "file: a raw cell": HandIn(
        {"small.ipynb": cells_of(("code", TABLE), ("raw", DOUBLE))}, points=1, said="in a cell of text"
    ),
    "file: code that a text shows": HandIn(
        {"small.ipynb": cells_of(("markdown", f"# Hint\n```python\n{WRONG}```\n"), ("code", RIGHT))}
    ),
    "file: a cell twice": HandIn({"small.ipynb": cells_of(("code", RIGHT), ("code", RIGHT))}),
    "file: cells without a source": HandIn({"small.ipynb": cells_of(("code", None), ("code", RIGHT))}),
    "file: a merge conflict": no(
        {"small.ipynb": f"<<<<<<< HEAD\n{SHEET}\n=======\n{{}}\n>>>>>>> theirs\n"}, "begins at line 1"
    ),
    "file: cut off": no({"small.ipynb": SHEET[: len(SHEET) // 2]}, "it is cut off at line 1"),
    "file: empty": no({"small.ipynb": ""}, "the notebook is empty"),
    "file: cut off, beside a good script": HandIn(
        {"main.py": RIGHT, "notes.ipynb": SHEET[:20]},
        "main.py",
        said="notes.ipynb does not count: the notebook is no JSON: it is cut off at line 1",
    ),
    # Several files.
    "several: a module beside it": HandIn(
        {"small.py": "from my_tools import *\n", "my_tools.py": RIGHT}, "small.py"
    ),
    "several: a package beside it": HandIn(
        {
            "small.py": "from tools.double import double\ntable = [1, 2]\n",
            "tools/__init__.py": "",
            "tools/double.py": f"import numpy as np\n{DOUBLE}",
        },
        "small.py",
    ),
    "several: a package in a zip": HandIn(
        {"a.zip": zipped({"hw/small.py": "from tools import *\n", "hw/tools/__init__.py": RIGHT})}, "small.py"
    ),
    "several: a module for a notebook": HandIn(
        {"small.ipynb": notebook("from my_tools import *"), "my_tools.py": RIGHT}, "small.ipynb"
    ),
    "several: a module in a folder on the path": HandIn(
        {"small.py": "import sys\nsys.path.append('lib')\nfrom tools import *\n", "lib/tools.py": RIGHT}
    ),
    "several: a cell that writes a module": HandIn(
        {"small.ipynb": notebook(f"%%writefile tools.py\n{RIGHT}", "from tools import *")}
    ),
    "several: a cell that runs a script": HandIn(
        {"small.ipynb": notebook("import numpy as np\n%run tools.py"), "tools.py": RIGHT}
    ),
    "several: a module named like one of Python's": HandIn(
        {"small.py": f"import random\n{RIGHT}", "random.py": "1 / 0"},
        "small.py",
        said="random.py: Python or grading has a module of this name, which is imported instead. Rename it.",
    ),
    "several: the same, one without its indentation": HandIn(
        {"small.py": RIGHT.replace("    ", ""), "small.ipynb": notebook(RIGHT)}, "small.ipynb", said="better"
    ),
    "several: two scripts of other names": HandIn(
        {"first.py": TABLE, "second.py": RIGHT}, "second.py", said="the better one counts: second.py"
    ),
    "several: a main script and modules": HandIn(
        {
            "main.py": "from a import table\nfrom b import double\n",
            "a.py": TABLE,
            "b.py": f"import c\n{RIGHT}",
            "c.py": "x = 1",
        },
        "main.py",
    ),
    "several: three that could be meant": no(
        {"a.py": "x = 1", "b.py": "x = 2", "c.py": RIGHT},
        "exactly one script or notebook; it holds a.py, b.py",
    ),
    "several: final, final2": HandIn(
        {"small_final.py": TABLE, "small_final2.py": RIGHT}, "final2.py", said="the better one counts"
    ),
    "several: drafts beside the named one": HandIn(
        {"small.py": RIGHT, "draft.py": "1 / 0", "scratch.ipynb": notebook("1")}, "small.py"
    ),
    "several: data and pictures": HandIn(
        {"small.py": RIGHT, "a.csv": "1", "plot.png": b"\x89PNG"}, "small.py"
    ),
}


# Alone, nothing tells these files from a small class.
A_CLASS_IF_ALONE = {
    "folder: the same twice, one untouched",
    "file: cut off, beside a good script",
    "several: two scripts of other names",
    "several: a main script and modules",
    "several: three that could be meant",
    "several: final, final2",
}


@pytest.fixture
def course(tmp_path: Path, small_exercise: Path) -> HandedOut:
    """The small exercise, as it was handed out."""
    published = tmp_path / "assignments" / "small"
    write(published.parent, HANDED_OUT)
    return read_handed_out("small", published)


@pytest.fixture
def points(zygote: Zygote, small_exercise: Path) -> Callable[[Submission], tuple[float, str, str]]:
    """Grades a submission of the small exercise: its points, what is said of it, and which file counts."""
    grader = Grader(find_assignment("small", small_exercise.parent), zygote.worker, Limits())

    def grade(submission: Submission) -> tuple[float, str, str]:
        report = grader.grade(submission)
        return report.points, f"{report.problem} {report.note}".strip(), report.file

    return grade


def write(folder: Path, files: Files) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def in_one_place(hand_in: HandIn) -> Files:
    """Return what a student sent as it lies in a class: a file alone, else in the student's folder."""
    if len(hand_in.files) == 1:
        ((name, content),) = hand_in.files.items()
        plain = "/" not in name and Path(name).suffix in (".py", ".ipynb", ".zip", ".tgz", ".tar")
        return {f"ada{Path(name).suffix}" if plain else f"ada/{name}": content}
    return {f"ada/{name}": content for name, content in hand_in.files.items()}


def as_class(tmp_path: Path, hand_in: HandIn) -> list[Path]:
    return [write(tmp_path / "class", {**in_one_place(hand_in), "bob.py": TABLE, "carol/small.py": TABLE})]


def as_class_zip(tmp_path: Path, hand_in: HandIn) -> list[Path]:
    files = {**in_one_place(hand_in), "bob.py": TABLE, "carol/small.py": TABLE}
    path = tmp_path / "class.zip"
    path.write_bytes(zipped({f"the class/{name}": content for name, content in files.items()}))
    return [path]


def alone(tmp_path: Path, hand_in: HandIn) -> list[Path]:
    folder = write(tmp_path / "alone", {f"ada/{name}": content for name, content in hand_in.files.items()})
    files = [path for path in (folder / "ada").iterdir() if path.is_file()]
    return files if len(hand_in.files) == len(files) == 1 else [folder]


@pytest.mark.parametrize(
    ("name", "way"),
    [
        *((name, way) for name in ROWS for way in (as_class, as_class_zip)),
        *((name, alone) for name in ROWS if name not in A_CLASS_IF_ALONE),
    ],
)
def test_a_hand_in_gets_its_points_in_a_class_and_alone(
    tmp_path: Path,
    course: HandedOut,
    points: Callable[[Submission], tuple[float, str, str]],
    name: str,
    way: Callable[[Path, HandIn], list[Path]],
) -> None:
    """One student has one row, with the points of the right file, and the others keep theirs."""
    hand_in = ROWS[name]
    bob = [write(tmp_path / "others", {"bob.py": TABLE}) / "bob.py"] if way is alone else []
    found, _ = find_class([*way(tmp_path, hand_in), *bob], "small", handed_out=course)
    own = [one for one in found if one.name not in ("bob", "carol")]
    earned, said, file = points(own[0])

    assert (len(own), earned) == (1, hand_in.points), said
    assert hand_in.said in said
    assert file.endswith(hand_in.chosen) or len(hand_in.files) == 1
    assert all(
        [cell.source for cell in one.cells] == [TABLE] for one in found if one.name in ("bob", "carol")
    )


@pytest.mark.parametrize("name", ROWS)
def test_a_hand_in_gets_its_points_in_a_container(
    tmp_path: Path, course: HandedOut, points: Callable[[Submission], tuple[float, str, str]], name: str
) -> None:
    """Gradescope unpacks what is sent into one folder, and `otter grade` copies one file there."""
    hand_in = ROWS[name]
    earned, said, _file = points(read_folder(write(tmp_path / "submission", hand_in.files), course))

    assert earned == hand_in.points and hand_in.said in said


@pytest.mark.parametrize("name", ROWS)
def test_a_hand_in_gets_its_points_under_otter_run(
    tmp_path: Path, course: HandedOut, points: Callable[[Submission], tuple[float, str, str]], name: str
) -> None:
    """otter takes a notebook or else one script of a zip's top, and leaves its own files beside it."""
    from autograder.otter.plugin import take_submission  # imports otter, which takes a second

    hand_in = ROWS[name]
    folder = write(tmp_path / "submission", hand_in.files)
    top = [*folder.glob("*.ipynb")] or [*folder.glob("*.py")]
    if len(top) != 1:
        return  # otter hands nothing over
    write(folder, {"__init__.py": "", "tests/exercises/small/small.py": RIGHT, "tests/small.py": "x = 1"})
    taken = take_submission(top[0], course)
    earned, said, _file = points(taken)

    assert earned == hand_in.points and hand_in.said in said
    assert not [module for module in taken.modules if "exercises" in module or "tests" in module]


@cache
def q1() -> HandedOut:
    return read_handed_out("q1_convolution", ROOT / "assignments" / "q1_convolution")


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_a_class_of_q1_has_a_row_for_each_student(tmp_path: Path, zygote: Zygote, form: str) -> None:
    """The hand-ins that lost their points once: each has its row, its name and full marks."""
    path = INTAKE
    if form == "zip":
        path = tmp_path / "class.zip"
        files = (file for file in sorted(INTAKE.rglob("*")) if file.is_file())
        path.write_bytes(zipped({file.relative_to(INTAKE).as_posix(): file.read_bytes() for file in files}))
    found, _ = find_class([path], "q1_convolution", handed_out=q1())
    grader = Grader(find_assignment("q1_convolution", ROOT / "solutions"), zygote.worker, Limits())
    reports = {report.submission: report for report in map(grader.grade, found)}

    assert list(reports) == sorted(Path(file.name).stem for file in INTAKE.iterdir())
    conflict = reports.pop("conflict")
    assert conflict.points == 0 and "a merge conflict begins at line 1" in conflict.problem
    assert {name: report.points for name, report in reports.items()} == dict.fromkeys(reports, 40)
    top = "" if form == "folder" else "class.zip/"
    assert reports["ada"].file == f"{top}ada/q1_convolution.py"
    assert reports["zip_in_zip"].file == f"{top}zip_in_zip.zip/submission/hw.zip/q1_convolution.py"


def test_there_are_rows_for_many_systems() -> None:
    """The table has rows of every kind, and none twice."""
    kinds = {name.partition(":")[0] for name in ROWS}

    assert len(ROWS) >= 65
    assert kinds == {"folder", "name", "left", "archive", "other", "file", "several"}
