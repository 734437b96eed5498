"""Opening and locking grades.db. Every problem with the file becomes a UsageError with a remedy."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from autograder.classes.journal import Journal
from autograder.errors import UsageError
from autograder.text import clean_text

SCHEMA = """
CREATE TABLE IF NOT EXISTS run (last INTEGER PRIMARY KEY, text TEXT);
CREATE TABLE IF NOT EXISTS class (
    name TEXT PRIMARY KEY, file TEXT, submission BLOB, people TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS checks (
    submission BLOB, name TEXT, key BLOB, text TEXT, PRIMARY KEY (submission, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS passed_lists (digest BLOB PRIMARY KEY, text TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS costs (submission BLOB PRIMARY KEY, packed BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS uploads (name TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sources (submission BLOB PRIMARY KEY, packed BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS written (
    name TEXT PRIMARY KEY, made_of BLOB, digest BLOB, glance TEXT
) WITHOUT ROWID;
"""
DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO)
SQLITE_DISK_ERRORS = ("full", "readonly", "disk I/O", "unable to open", "locked")


@contextlib.contextmanager
def open_journal(folder: Path, fresh: bool = False) -> Iterator[Journal]:
    """Lock OUT and open its journal for a run; `fresh` deletes the old one first.

    Raises UsageError if the folder is in use, the journal is damaged, or OUT can't be written any more.
    """
    file = folder / "grades.db"
    try:
        with locked(folder):
            for suffix in ("", "-wal", "-shm") if fresh else ():
                Path(f"{file}{suffix}").unlink(missing_ok=True)
            with contextlib.closing(sqlite3.connect(file)) as database:
                database.execute("PRAGMA journal_mode = WAL")
                database.execute("PRAGMA synchronous = FULL")  # stored results survive a power cut
                database.executescript(SCHEMA)
                yield Journal(database)
    except sqlite3.Error as error:
        raise UsageError(_database_problem(file, str(error))) from None
    except OSError as error:
        if error.errno not in DISK_ERRORS:
            raise
        raise UsageError(_write_problem(file, str(error.strerror))) from None


@contextlib.contextmanager
def read_journal(folder: Path) -> Iterator[Journal]:
    """Open OUT's journal and write nothing. Raises UsageError if there is none or it is damaged."""
    file = folder / "grades.db"
    if not file.is_file():
        raise UsageError(
            f"{clean_text(folder)} holds no grades.db. Name a folder that `autograder grade` has written"
        )
    # SQLite can read an immutable file in a folder that can't be written. A write-ahead log makes it mutable.
    immutable = "" if Path(f"{file}-wal").exists() else "&immutable=1"
    address = f"file:{quote(str(file))}?mode=ro{immutable}"
    try:
        with contextlib.closing(sqlite3.connect(address, uri=True)) as database:
            yield Journal(database)
    except sqlite3.Error as error:
        raise UsageError(_database_problem(file, str(error))) from None


@dataclass(frozen=True)
class LastRun:
    """What the last run into OUT graded."""

    assignment: str
    names: frozenset[str]


def last_run(folder: Path) -> LastRun | None:
    """Return what the last run into OUT graded, None if there was none or its journal can't be read."""
    with contextlib.suppress(UsageError), read_journal(folder) as journal:
        names = frozenset(journal.people())
        return LastRun(journal.last_assignment(), names) if names else None
    return None


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Lock a folder against a second run. The kernel releases the lock when this process ends."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _lock(folder, descriptor)
        yield
    finally:
        os.close(descriptor)


def _lock(folder: Path, descriptor: int) -> None:
    if sys.platform != "win32":  # there is no fcntl on Windows, where students check their work
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            remedy = "Wait until it has ended, or choose another folder"
            raise UsageError(f"another run is writing to {clean_text(folder)}. {remedy}") from None


def _database_problem(file: Path, error: str) -> str:
    """Return a sentence for an error of SQLite, with the remedy."""
    if any(word in error for word in SQLITE_DISK_ERRORS):
        return _write_problem(file, error)
    return f"{clean_text(file)} can't be read: {error}. Grade again with --fresh, which makes a new one"


def _write_problem(file: Path, error: str) -> str:
    kept = f"What was graded until then is kept in {file.name}"
    folder = clean_text(file.parent)
    return f"{folder} can't be written: {error}. {kept}: make room, and run the same command again"
