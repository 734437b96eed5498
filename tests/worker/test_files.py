"""Files of a worker: a table in its memory, with the exercise's files and a scratch area."""

from __future__ import annotations

import errno
import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.sandbox.unisolated import OwnWorker, UnsafeWorker
from autograder.sandbox.worker import Worker
from autograder.worker.file_table import MAX_BYTES, MAX_FILES, FileTable, in_folders
from autograder.worker.memory_files import similar_file
from autograder.worker.replaced import Replaced
from autograder.worker.server import BEGIN

DATA = Path(__file__).parents[1] / "data"
USES = (DATA / "file_uses.py").read_text(encoding="utf-8")
FILES = {"data.csv": b"a,b\n1,2\n3,4\n", "deep/inner.json": b"{}", "numbers.gz": gzip.compress(b"1\n2\n")}
REFUSED = {
    "a missing file": ["FileNotFoundError", errno.ENOENT],
    "a missing folder": ["FileNotFoundError", errno.ENOENT],
    "a given file, written": ["PermissionError", errno.EACCES],
    "a given file, added to": ["PermissionError", errno.EACCES],
    "a given file, changed": ["PermissionError", errno.EACCES],
    "a given file, made": ["FileExistsError", errno.EEXIST],
    "a given file, removed": ["PermissionError", errno.EACCES],
    "a given file, renamed": ["PermissionError", errno.EACCES],
    "a given file, replaced": ["PermissionError", errno.EACCES],
    "a given file, truncated": ["PermissionError", errno.EACCES],
    "a folder, read": ["IsADirectoryError", errno.EISDIR],
    "a file as a folder": ["NotADirectoryError", errno.ENOTDIR],
    "a folder that is not empty": ["PermissionError", errno.EACCES],
    "the folder above": ["FileNotFoundError", errno.ENOENT],
    "a file of the machine": ["FileNotFoundError", errno.ENOENT],
    "its own process": ["FileNotFoundError", errno.ENOENT],
    "a device": ["FileNotFoundError", errno.ENOENT],
    "a file elsewhere": ["FileNotFoundError", errno.ENOENT],
    "a file at the root": ["PermissionError", errno.EACCES],
    "a folder at the root": ["PermissionError", errno.EACCES],
    "a link": ["PermissionError", errno.EPERM],
    "a hard link": ["PermissionError", errno.EPERM],
    "a long name": ["OSError", errno.ENAMETOOLONG],
    "a long path": ["OSError", errno.ENAMETOOLONG],
    "a null byte": ["ValueError", 0],
    "no name": ["FileNotFoundError", errno.ENOENT],
    "half a character": ["UnicodeEncodeError", 0],
    "no path": ["TypeError", 0],
    "no mode": ["ValueError", 0],
    "two modes": ["ValueError", 0],
    "text without a buffer": ["ValueError", 0],
    "bytes in an encoding": ["ValueError", 0],
}


def loaded(worker: Worker, source: str = USES, **files: bytes) -> Worker:
    message = ["load", "submission", [["uses.py", source]], [], files or FILES]
    assert worker.ask(message, 20) == ["value", []]
    return worker


def call(worker: Worker, name: str, *arguments: Any) -> Any:
    kind, *content = worker.ask(["call", name, list(arguments), {}], 20)
    assert kind == "value", content
    return content[0]


@pytest.fixture(scope="module")
def in_worker(zygote: Zygote) -> Iterator[Worker]:
    worker = loaded(zygote.worker(Limits(call_seconds=20)))
    yield worker
    worker.end()


def same(one: Any, other: Any) -> bool:
    if isinstance(one, np.ndarray):
        return isinstance(other, np.ndarray) and np.array_equal(one, other)
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def at_home(tmp_path: Path) -> dict[str, Any]:
    """Return what every use finds with real files, in a folder of its own."""
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "data.csv").chmod(0o444)
    names: dict[str, Any] = {"__name__": "uses", "__file__": str(tmp_path / "uses.py")}
    exec(compile(USES, "uses.py", "exec"), names)
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        found: dict[str, Any] = names["all_uses"]()
    finally:
        os.chdir(before)
    return found


def test_files_are_as_at_home(in_worker: Worker, tmp_path: Path) -> None:
    """Every use of files finds in a locked-down worker what it finds in a real folder."""
    expected, found = at_home(tmp_path), call(in_worker, "all_uses")

    expected["facts"][8] = False  # root may write to any file
    differences = {name for name, value in expected.items() if not same(value, found[name])}
    assert differences == set() and len(found) >= 16


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name: str, in_worker: Worker) -> None:
    """Each refusal is the error that the same act has at home, and the rest of the machine is not there."""
    in_worker.ask(BEGIN, 20)
    assert call(in_worker, "refused")[name] == REFUSED[name]


def test_tofile_says_what_to_do(in_worker: Worker) -> None:
    """What needs a number of the system says so, and what to write instead."""
    assert "read it with read(), write with write()" in call(in_worker, "tells_what_tofile_needs")


@pytest.mark.e2e
@pytest.mark.parametrize("start", [OwnWorker, UnsafeWorker])
def test_files_are_the_same_without_isolation(start: Callable[[Limits], Worker], in_worker: Worker) -> None:
    """A student's own check, and `--unsafe`, find what a locked-down worker finds, and refuse the same."""
    in_worker.ask(BEGIN, 20)
    worker = loaded(start(Limits(call_seconds=20)))
    assert same(call(worker, "all_uses"), call(in_worker, "all_uses"))
    worker.ask(BEGIN, 20)
    assert call(worker, "refused") == REFUSED
    worker.end()


PYTHONS = os.environ.get("AUTOGRADER_PYTHONS", "").split(":")


@pytest.mark.e2e
@pytest.mark.parametrize("python", list(filter(None, PYTHONS)) or [sys.executable])
def test_files_are_the_same_in_every_python(python: str, tmp_path: Path) -> None:
    """Under each supported Python, all uses of files work, and the refusals are the same."""
    code = """if True:
        import json, sys
        sys.path.insert(0, sys.argv[1])
        from autograder.sandbox.forked import Zygote
        from autograder.sandbox.limits import Limits
        source, files = json.loads(sys.stdin.read())
        files = {name: bytes.fromhex(data) for name, data in files.items()}
        with Zygote() as zygote:
            worker = zygote.worker(Limits())
            print(repr(worker.ask(["load", "submission", [["uses.py", source]], [], files], 20)))
            kind, found, *place = worker.ask(["call", "all_uses", [], {}], 20)
            print(kind, *(found if kind == "value" else [found, place]))
            worker.ask(["begin"], 20)
            print(json.dumps(worker.ask(["call", "refused", [], {}], 20)[1]))
    """
    files = {name: data.hex() for name, data in FILES.items()}
    package = str(Path(__file__).parents[2])
    done = subprocess.run(
        [python, "-c", code, package],
        input=json.dumps([USES, files]),
        capture_output=True,
        text=True,
        timeout=60,
        cwd=tmp_path,
    )
    load, uses, refused = done.stdout.splitlines() or [done.stderr, "", "{}"]
    assert load == "['value', []]" and uses.startswith("value reads_text"), uses
    assert json.loads(refused) == REFUSED


def test_a_check_does_not_see_what_another_has_written(zygote: Zygote) -> None:
    """Each check begins with what loading has written, as loading has left it."""
    source = (
        "with open('kept.txt', 'w') as file: file.write('loaded')\n"
        "def write(name, text):\n    with open(name, 'w') as file: file.write(text)\n"
        "def names():\n    import os; return sorted(os.listdir())\n"
        "def read(name):\n    return open(name).read()\n"
    )
    worker = loaded(zygote.worker(Limits()), source, **{"data.csv": b"x"})
    for _ in range(2):
        worker.ask(BEGIN, 5)
        assert call(worker, "names") == ["data.csv", "kept.txt"]
        assert call(worker, "read", "kept.txt") == "loaded"
        call(worker, "write", "kept.txt", "changed")
        call(worker, "write", "out.txt", "new")
        assert call(worker, "read", "kept.txt") == "changed"
    worker.end()


def test_another_submission_has_none_of_it(zygote: Zygote) -> None:
    """What one worker writes is in its own memory: the next one has the given files only."""
    write = "with open('out.txt', 'w') as file: file.write('x')\n"
    names = "import os\ndef names(): return sorted(os.listdir()) + os.listdir('/tmp')\n"
    first = loaded(zygote.worker(Limits()), write + names, **{"data.csv": b"x"})
    second = loaded(zygote.worker(Limits()), names, **{"other.csv": b"x"})
    assert call(first, "names") == ["data.csv", "out.txt"] and call(second, "names") == ["other.csv"]
    first.end()
    second.end()


@pytest.fixture
def files() -> Iterator[FileTable]:
    """A table that is in force in this process."""
    table = FileTable(in_folders(sys.path))
    table.serve(FILES)
    with Replaced(table).in_force():
        yield table


@pytest.mark.parametrize(
    "act",
    [
        lambda file: file.write(b"x" * (MAX_BYTES + 1)),
        lambda file: [file.write(b"x" * (1 << 20)) for _ in range(17)],
        lambda file: (file.seek(1 << 50), file.write(b"x")),
        lambda file: file.truncate(1 << 50),
        lambda file: [open(f"{name}.bin", "wb", 0).write(b"x" * (1 << 20)) for name in range(17)],  # noqa: PTH123
    ],
)
def test_the_scratch_area_has_a_limit(act: Callable[[Any], Any], files: FileTable) -> None:
    """However bytes are written, there are never more of them than the limit; then the disk is full."""
    with open("big.bin", "wb", 0) as file, pytest.raises(OSError, match="No space left") as caught:  # noqa: PTH123
        act(file)
    assert caught.value.errno == errno.ENOSPC
    assert sum(entry.size for entry in files.scratch.values()) <= MAX_BYTES


@pytest.mark.parametrize("make", [lambda name: Path(name).touch(), lambda name: Path(name).mkdir()])
def test_the_number_of_files_has_a_limit(make: Callable[[str], None], files: FileTable) -> None:
    """There are at most so many files and folders; after removing one, there is room again."""
    for number in range(MAX_FILES):
        make(f"n{number}")
    with pytest.raises(OSError, match="No space left"):
        make("one_more")
    path = Path("n0")
    path.rmdir() if path.is_dir() else path.unlink()
    make("one_more")
    assert len(files.scratch) == MAX_FILES


def test_a_full_area_is_emptied_for_the_next_check(files: FileTable) -> None:
    """A check that fills the area costs the next one nothing."""
    Path("big.bin").write_bytes(b"x" * MAX_BYTES)
    with pytest.raises(OSError, match="No space left"):
        Path("more.bin").write_bytes(b"x")
    files.begin_check()
    Path("more.bin").write_bytes(b"x")


def test_libraries_have_their_files(files: FileTable) -> None:
    """Files of libraries are there at absolute paths; they are none of the exercise's."""
    files.serve({"/usr/share/fonts/one.ttf": b"font"})
    assert Path("/usr/share/fonts/one.ttf").read_bytes() == b"font"
    assert os.listdir("/usr/share/fonts") == ["one.ttf"]  # noqa: PTH208
    files.serve_exercise({"new.csv": b"x"})
    assert files.names() == ["new.csv"] and Path("/usr/share/fonts/one.ttf").exists()


def test_what_is_replaced_comes_back(tmp_path: Path) -> None:
    """Outside of the block, this process has its real files, even after an error in it."""
    real = open, os.stat, os.listdir, Path.cwd()
    table = FileTable()
    with pytest.raises(KeyError), Replaced(table).in_force():
        assert not tmp_path.exists() and str(Path.cwd()) == "/exercise"
        raise KeyError
    assert (open, os.stat, os.listdir, Path.cwd()) == real and tmp_path.exists()


@pytest.mark.parametrize(
    ("name", "similar"),
    [
        ("Data.csv", "data.csv"),
        ("dta.csv", "data.csv"),
        ("C:\\Users\\ann\\data.csv", "data.csv"),
        ("/home/ann/rain.csv", "deep/rain.csv"),
        ("weather.json", ""),
        ("", ""),
    ],
)
def test_a_similar_file_is_named(name: str, similar: str) -> None:
    """A name that is misspelt, or has a folder of one's own computer, leads to the file that is there."""
    assert similar_file(name, ["data.csv", "deep/rain.csv"]) == similar


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("'rain.cvs'", "[Errno 2] No such file or directory: 'rain.cvs'; there is 'rain.csv'"),
        ("'/x/rain.csv'", "[Errno 2] No such file or directory: '/x/rain.csv'; there is 'rain.csv'"),
        ("'x.json'", "[Errno 2] No such file or directory: 'x.json'; there is 'rain.csv', 'snow.csv'"),
    ],
)
def test_an_error_names_the_files_that_are_there(name: str, text: str, zygote: Zygote) -> None:
    """A file that is missing is told with one of a similar name, else with those that are there."""
    source = f"def read(): open({name})\ndef long(): raise FileNotFoundError('x' * 100_000)\n"
    worker = loaded(zygote.worker(Limits()), source, **{"rain.csv": b"x", "snow.csv": b"y"})
    kind, error, said, *_ = worker.ask(["call", "read", [], {}], 5)
    assert [kind, error, said] == ["raised", "FileNotFoundError", text]
    kind, error, said, *_ = worker.ask(["call", "long", [], {}], 5)  # else it is no reply of ours
    assert [kind, said[-10:]] == ["raised", "'snow.csv'"]
    worker.end()


WITH_PANDAS = """
import matplotlib.pyplot as plt
import pandas as pd

def copied():
    frame = pd.read_csv("data.csv")
    frame.assign(c=frame.a + frame.b).to_csv("out.csv", index=False)
    frame.to_json("out.json")
    return [open("out.csv").read(), pd.read_csv("out.csv").shape, pd.read_json("out.json").shape]

def drawn():
    figure, axes = plt.subplots()
    axes.plot([1, 2, 3])
    figure.savefig("plot.png")
    return list(plt.imread("plot.png").shape)

def missing():
    pd.read_csv("daat.csv")
"""


@pytest.mark.e2e
@pytest.mark.parametrize("isolated", [True, False])
def test_pandas_and_matplotlib_use_the_same_files(isolated: bool) -> None:
    """Tables are read and written, and pictures saved, in the worker's own files, also without isolation."""
    packages = frozenset(("pandas", "matplotlib"))
    for package in packages:
        pytest.importorskip(package)
    with Zygote(packages) as zygote:
        worker = (zygote.worker if isolated else OwnWorker)(Limits(call_seconds=20), packages)
        loaded(worker, WITH_PANDAS)
        assert call(worker, "copied") == ["a,b,c\n1,2,3\n3,4,7\n", (2, 3), (2, 2)]
        assert call(worker, "drawn")[2] == 4
        assert worker.ask(["call", "missing", [], {}], 20)[2].endswith("'daat.csv'; there is 'data.csv'")
        worker.end()
