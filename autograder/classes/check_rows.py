"""The rows of a submission in the journal: one for each result that did not pass, and one for all that did.

Most of a class passes most checks. So one row has a bit for each check of a list that passed. The list, with
the key of each result, is stored once for a run. Journals of earlier versions have a row for every check.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping

from autograder.classes.record_json import to_json
from autograder.classes.stored import PASSED

SUBMISSION_ROW, PASSED_ROW = "", "passed"
"""Rows about the submission as a whole, and about all that passed. The name of a check has a slash."""
PASSED_TEXT = to_json(PASSED)
Row = tuple[str, bytes, str]
"""A row of the table `checks` without its submission: name, key, text."""


class CheckRows:
    """Reads and writes the rows of submissions. Who calls it commits."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self._lists = dict[bytes, dict[str, bytes]]()
        self._list = b""

    def use(self, keys: Mapping[str, bytes]) -> None:
        """Let results that pass from now on have these keys, by name of the check."""
        self._list = hashlib.blake2b(_list_text(keys).encode(), digest_size=16).digest()
        self._lists[self._list] = dict(keys)

    def store_list(self) -> None:
        """Store the list of checks that is in use."""
        row = self._list, _list_text(self._lists[self._list])
        self.database.execute("INSERT OR IGNORE INTO passed_lists VALUES (?, ?)", row)

    def read(self, submission: bytes) -> dict[str, tuple[bytes, str]]:
        """Return key and text of each row of a submission, by name. What passed has a row here, too."""
        query = "SELECT name, key, text FROM checks WHERE submission = ?"
        rows = {name: (key, text) for name, key, text in self.database.execute(query, (submission,))}
        if PASSED_ROW in rows:
            listed, bits = rows.pop(PASSED_ROW)
            rows |= {name: (key, PASSED_TEXT) for name, key in self._passed(listed, bits)}
        return rows

    def write(self, submission: bytes, passed: Collection[str], others: Iterable[Row]) -> None:
        """Write new results: the checks that passed, and the rows of all others. Other earlier rows stay."""
        new = {name: (key, text) for name, key, text in others}
        keys = self._lists[self._list]
        before = self.read(submission).items()
        kept = {name: row for name, row in before if name not in new and name not in passed}
        with_bit = {name for name, row in kept.items() if row == (keys.get(name), PASSED_TEXT)}.union(passed)
        bits = sum(1 << index for index, name in enumerate(keys) if name in with_bit)
        rows = {name: row for name, row in kept.items() if name not in with_bit} | new
        rows[PASSED_ROW] = self._list, json.dumps(hex(bits))
        self.database.execute("DELETE FROM checks WHERE submission = ?", (submission,))
        written = ((submission, name, *row) for name, row in rows.items())
        self.database.executemany("INSERT INTO checks VALUES (?, ?, ?, ?)", written)

    def _passed(self, listed: bytes, bits: str) -> list[tuple[str, bytes]]:
        """Return name and key of each check whose bit is set.

        Raises sqlite3.DatabaseError if the row or its list is damaged.
        """
        try:
            keys, number = self._list_of(listed), int(json.loads(bits), 16)
        except (TypeError, ValueError) as error:
            raise sqlite3.DatabaseError(f"the checks that passed are damaged ({error})") from None
        return [(name, key) for index, (name, key) in enumerate(keys.items()) if number >> index & 1]

    def _list_of(self, listed: bytes) -> dict[str, bytes]:
        if listed not in self._lists:
            query = "SELECT text FROM passed_lists WHERE digest = ?"
            (text,) = self.database.execute(query, (listed,)).fetchone() or ("null",)
            self._lists[listed] = {name: bytes.fromhex(key) for name, key in dict(json.loads(text)).items()}
        return self._lists[listed]


def _list_text(keys: Mapping[str, bytes]) -> str:
    return json.dumps({name: key.hex() for name, key in keys.items()})
