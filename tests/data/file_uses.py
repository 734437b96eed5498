"""Uses of files, as honest code writes them: each returns what it finds. They run wherever a worker does."""

# ruff: noqa
from __future__ import annotations

import bz2
import csv
import glob
import gzip
import io
import json
import lzma
import os
import pathlib
import pickle
import shutil
import tempfile
import zipfile

import numpy as np


def reads_text():
    with open("data.csv") as file:
        return [file.readline(), file.read(), file.name, file.mode, file.closed]


def reads_by_every_path():
    here = os.getcwd()
    return [
        open(name).readline() for name in ("./data.csv", f"{here}/data.csv", "deep/../data.csv", b"data.csv")
    ]


def reads_beside_the_script():
    return pathlib.Path(__file__).parent.joinpath("data.csv").read_text()


def iterates_and_seeks():
    with open("data.csv", newline="") as file:
        lines = list(file)
        file.seek(0)
        return [lines, file.read(3), file.tell()]


def reads_bytes():
    with open("data.csv", "rb") as file:
        file.seek(-2, os.SEEK_END)
        return [file.read(), file.seekable(), file.writable()]


def writes_and_adds():
    with open("out.txt", "w", encoding="utf-16") as file:
        print("é", "b", sep="\n", file=file)
    with open("out.txt", "ab") as file:
        file.write("c".encode("utf-16-le"))
    with open("out.txt", encoding="utf-16") as file:
        return file.read()


def changes_a_part():
    with open("part.bin", "wb+") as file:
        file.write(b"abcdef")
        file.seek(2)
        file.write(b"X")
        file.truncate(4)
        file.seek(0)
        return file.read()


def line_ends():
    with open("ends.txt", "w", newline="\r\n") as file:
        file.write("a\nb\n")
    return [open("ends.txt", "rb").read(), open("ends.txt").read()]


def numpy_text():
    np.savetxt("table.txt", np.eye(2), fmt="%d", delimiter=",")
    return [
        np.loadtxt("data.csv", delimiter=",", skiprows=1),
        np.genfromtxt("data.csv", delimiter=",", names=True)["a"],
        np.loadtxt("table.txt", delimiter=","),
        np.loadtxt(pathlib.Path("numbers.gz")),
    ]


def numpy_binary():
    np.save("one.npy", np.arange(3))
    np.savez("two.npz", x=np.ones(2))
    np.savez_compressed("three.npz", y=np.zeros(2))
    with open("several.npy", "wb") as file:
        np.save(file, np.arange(2))
        np.save(file, np.arange(4))
    with open("several.npy", "rb") as file:
        several = [np.load(file), np.load(file)]
    return [np.load("one.npy"), np.load("two.npz")["x"], np.load("three.npz")["y"], *several]


def numpy_from_file():
    with open("raw.bin", "wb") as file:
        file.write(np.arange(4, dtype=np.int16).tobytes())
    return [np.fromfile("raw.bin", np.int16), np.fromfile("raw.bin", np.int16, count=1, offset=2)]


def tells_what_tofile_needs():
    try:
        np.arange(3).tofile("raw.bin")
    except io.UnsupportedOperation as error:
        return str(error)


def csv_json_pickle():
    with open("rows.csv", "w", newline="") as file:
        csv.writer(file).writerows([["a", 1], ["b, c", 2]])
    with open("value.json", "w") as file:
        json.dump({"x": [1, 2]}, file)
    with open("value.pickle", "wb") as file:
        pickle.dump({"x": (1, 2)}, file)
    with open("rows.csv", newline="") as rows, open("value.json") as text, open("value.pickle", "rb") as data:
        return [list(csv.DictReader(rows)), json.load(text), pickle.load(data)]


def archives():
    with zipfile.ZipFile("all.zip", "w") as archive:
        archive.write("data.csv")
        archive.writestr("more.txt", "more")
    for module, name in ((gzip, "a.gz"), (bz2, "a.bz2"), (lzma, "a.xz")):
        with module.open(name, "wt") as file:
            file.write(name)
    with zipfile.ZipFile("all.zip") as archive:
        texts = [
            gzip.open("a.gz", "rt").read(),
            bz2.open("a.bz2", "rt").read(),
            lzma.open("a.xz", "rt").read(),
        ]
        return [archive.namelist(), archive.read("data.csv"), texts]


def folders():
    os.makedirs("made/inner")
    pathlib.Path("made/inner/file.txt").write_text("x")
    shutil.copy("data.csv", "made")
    shutil.copytree("made", "copied")
    found = [
        sorted(map(str, pathlib.Path("copied").rglob("*"))),
        sorted(glob.glob("**/*.txt", recursive=True)),
    ]
    walked = [(where, sorted(inner), sorted(files)) for where, inner, files in sorted(os.walk("made"))]
    shutil.rmtree("copied")
    os.rename("made", "moved")
    return [found, walked, sorted(os.listdir("moved")), os.path.exists("copied"), os.path.exists("made")]


def facts():
    status = os.stat("data.csv")
    path = pathlib.Path("data.csv")
    return [
        status.st_size,
        path.is_file(),
        path.is_dir(),
        path.exists(),
        pathlib.Path("deep").is_dir(),
        pathlib.Path("nothing").exists(),
        os.path.getsize("deep/inner.json"),
        os.access("data.csv", os.R_OK),
        os.access("data.csv", os.W_OK),
        str(path.resolve().relative_to(pathlib.Path.cwd())),
        sorted(entry.name for entry in os.scandir() if entry.is_dir()),
        path.suffix,
    ]


def temporary():
    with tempfile.NamedTemporaryFile("w+", suffix=".txt") as file:
        file.write("x")
        file.flush()
        again = open(file.name).read()
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "y").write_text("y")
        names = os.listdir(folder)
    with tempfile.TemporaryFile() as file:
        file.write(b"z")
        file.seek(0)
        return [again, names, file.read(), os.path.exists(folder)]


def numbers_of_files():
    number = os.open("low.txt", os.O_WRONLY | os.O_CREAT)
    os.write(number, b"low")
    os.close(number)
    with os.fdopen(os.open("low.txt", os.O_RDONLY)) as file:
        return file.read()


def refused():
    """Every refusal, by the type of its error and its number."""
    attempts = {
        "a missing file": lambda: open("nothing.csv"),
        "a missing folder": lambda: open("nothing/data.csv", "w"),
        "a given file, written": lambda: open("data.csv", "w"),
        "a given file, added to": lambda: open("data.csv", "a"),
        "a given file, changed": lambda: open("data.csv", "r+"),
        "a given file, made": lambda: open("data.csv", "x"),
        "a given file, removed": lambda: os.remove("data.csv"),
        "a given file, renamed": lambda: os.rename("data.csv", "other.csv"),
        "a given file, replaced": lambda: (open("o.csv", "w").close(), os.replace("o.csv", "data.csv")),
        "a given file, truncated": lambda: os.truncate("data.csv", 0),
        "a folder, read": lambda: open("deep"),
        "a file as a folder": lambda: open("data.csv/x"),
        "a folder that is not empty": lambda: os.rmdir("deep"),
        "the folder above": lambda: open("../data.csv"),
        "a file of the machine": lambda: open("/etc/passwd"),
        "its own process": lambda: open("/proc/self/environ", "rb"),
        "a device": lambda: open("/dev/zero", "rb"),
        "a file elsewhere": lambda: open("/etc/out.txt", "w"),
        "a file at the root": lambda: open("/out.txt", "w"),
        "a folder at the root": lambda: os.mkdir("/out"),
        "a link": lambda: os.symlink("/etc/passwd", "link"),
        "a hard link": lambda: os.link("data.csv", "link"),
        "a long name": lambda: open("x" * 256, "w"),
        "a long path": lambda: open("x/" * 3000 + "y"),
        "a null byte": lambda: open("data\0.csv"),
        "no name": lambda: open(""),
        "half a character": lambda: open("\ud800.csv"),
        "no path": lambda: open(None),
        "no mode": lambda: open("data.csv", "q"),
        "two modes": lambda: open("data.csv", "rw"),
        "text without a buffer": lambda: open("data.csv", "r", 0),
        "bytes in an encoding": lambda: open("data.csv", "rb", encoding="utf-8"),
    }
    found = {}
    for name, attempt in attempts.items():
        try:
            attempt()
        except Exception as error:
            found[name] = [type(error).__name__, getattr(error, "errno", None) or 0]
        else:
            found[name] = ["done", 0]
    return found


USES = [
    reads_text,
    reads_by_every_path,
    reads_beside_the_script,
    iterates_and_seeks,
    reads_bytes,
    writes_and_adds,
    changes_a_part,
    line_ends,
    numpy_text,
    numpy_binary,
    numpy_from_file,
    csv_json_pickle,
    archives,
    folders,
    facts,
    temporary,
    numbers_of_files,
]


def all_uses():
    """Return what each use finds, by name."""
    return {use.__name__: use() for use in USES}
