"""The `autograder` command: the group of all commands. Each command is in the file of those who use it."""

from __future__ import annotations

import click

from autograder import __version__
from autograder.cli.options import CommandGroup

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
COMMANDS = {
    "Students": {"check": "students"},
    "Instructors": {
        "grade": "instructors",
        "report": "instructors",
        "feedback": "instructors",
        "diff": "instructors",
        "doctor": "instructors",
        "list": "authors",
        "build": "authors",
    },
    "Authors": {"init": "authors", "new": "authors", "verify": "authors", "publish": "authors"},
}
"""The commands by those who use them, in the order of `--help`; of each, the file beside this one.

It is imported when its command is used: a student's check starts in half the time without the others.
"""


@click.group(cls=CommandGroup, sections=COMMANDS, context_settings=SETTINGS)
@click.version_option(__version__)
def main() -> None:
    """Grade programming exercises in Python. The code of students never shares a process with the checks.

    Students: `autograder check`. Instructors: `autograder grade homework SUBMISSIONS -o OUT`.
    Authors: `autograder init DIR`, `autograder new NAME`.
    """
