"""The `autograder` command: the group of all commands. Each command is in the file of those who use it."""

from __future__ import annotations

import click

from autograder import __version__
from autograder.cli.authors import (
    build_command,
    init_command,
    list_command,
    new_command,
    publish_command,
    verify_command,
)
from autograder.cli.instructors import (
    diff_command,
    doctor_command,
    feedback_command,
    grade_command,
    report_command,
)
from autograder.cli.options import CommandGroup
from autograder.cli.students import check_command

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=CommandGroup, context_settings=SETTINGS)
@click.version_option(__version__)
def main() -> None:
    """Grade programming exercises in Python. The code of students never shares a process with the checks.

    Students: `autograder check`. Instructors: `autograder grade homework SUBMISSIONS -o OUT`.
    Authors: `autograder init DIR`, `autograder new NAME`.
    """


COMMANDS = {
    "Students": (check_command,),
    "Instructors": (
        grade_command,
        report_command,
        feedback_command,
        diff_command,
        doctor_command,
        list_command,
        build_command,
    ),
    "Authors": (init_command, new_command, verify_command, publish_command),
}
"""The commands by those who use them, in the order of `--help`."""

main.sections = COMMANDS
for commands in COMMANDS.values():
    for command in commands:
        main.add_command(command)
