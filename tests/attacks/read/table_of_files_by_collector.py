"""Looks through all objects for a table of files that holds more than what students have."""

NEVER_SUCCEEDS = "a plain child process has the files that students have, too"

import gc


def probe():
    tables = [one for one in gc.get_objects() if type(one).__name__ == "FileTable"]
    names = [name for table in tables for name in [*table.given, *table.scratch]]
    return [
        name
        for name in names
        if any(word in name for word in ("hidden", "mistake", "solution", "q1_", "test_"))
    ]
