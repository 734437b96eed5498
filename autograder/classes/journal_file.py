"""Opening grades.db: alone, in one piece, and with words for whatever is wrong with it."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from autograder.classes.journal import SCHEMA, Journal
from autograder.errors import UsageError


@contextlib.contextmanager
def open_journal(folder: Path, fresh: bool = False) -> Iterator[Journal]:
    """Open OUT's journal, alone. Raises UsageError where it is in use or damaged, and where OUT can't be written any more."""
    file = folder / "grades.db"
    try:
        with alone(folder):
            for suffix in ("", "-wal", "-shm") if fresh else ():
                Path(f"{file}{suffix}").unlink(missing_ok=True)
            with contextlib.closing(sqlite3.connect(file)) as database:
                database.execute("PRAGMA journal_mode = WAL")
                database.execute(
                    "PRAGMA synchronous = FULL"
                )  # what is kept is on the disk, if the power goes out, too
                database.executescript(SCHEMA)
                yield Journal(database)
    except sqlite3.Error as error:
        raise UsageError(_told(file, str(error))) from None
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO):
            raise
        raise UsageError(_unwritable(file, str(error.strerror))) from None


@contextlib.contextmanager
def read_journal(folder: Path) -> Iterator[Journal]:
    """Open OUT's journal at its last run, and change nothing. Raises UsageError where there is none, or a damaged one."""
    file = folder / "grades.db"
    if not file.is_file():
        raise UsageError(f"{folder} holds no grades.db. Name a folder that `autograder grade` has written")
    kept = (
        "" if Path(f"{file}-wal").exists() else "&immutable=1"
    )  # so that the folder may be one that can't be written
    try:
        with contextlib.closing(
            sqlite3.connect(f"file:{quote(str(file))}?mode=ro{kept}", uri=True)
        ) as database:
            yield Journal(database)
    except sqlite3.Error as error:
        raise UsageError(_told(file, str(error))) from None


def last_class(folder: Path) -> set[str]:
    """Return the names of the submissions of the last run into OUT; none where that can't be told."""
    with contextlib.suppress(UsageError), read_journal(folder) as journal:
        return set(journal.people())
    return set()


def _told(file: Path, error: str) -> str:
    """Say what SQLite finds wrong with a journal, and what to do."""
    if any(word in error for word in ("full", "readonly", "disk I/O", "unable to open", "locked")):
        return _unwritable(file, error)
    return f"{file} can't be read: {error}. Grade again with --fresh, which makes a new one"


def _unwritable(file: Path, error: str) -> str:
    kept = f"What was graded until then is kept in {file.name}"
    return f"{file.parent} can't be written: {error}. {kept}: make room, and run the same command again"


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Lock a folder against a second run; the kernel takes the lock away when this process ends, however it ends."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _lock(folder, descriptor)
        yield
    finally:
        os.close(descriptor)


def _lock(folder: Path, descriptor: int) -> None:
    if sys.platform != "win32":  # where students check their work, and fcntl is not there
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UsageError(
                f"another run is writing to {folder}. Wait until it has ended, or choose another folder"
            ) from None
