"""The command for students: check."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.cli.options import PATH, console, language_option
from autograder.reports.terminal import print_check
from autograder.students.own_check import own_checks


@click.command("check")
@click.argument("path", type=PATH, default=".")
@click.option("--watch", is_flag=True, help="Check again whenever the file changes.")
@language_option
def check_command(path: Path, watch: bool) -> None:
    """Check your own work.

    PATH is a script or a notebook, or the folder of an exercise. Without it, the exercise in this folder is
    checked.

    \b
    Examples:
        autograder check
        autograder check my_solution.ipynb --watch --lang fa
    """
    terminal, passed = console(soft_wrap=True), False
    for number, own in enumerate(own_checks(path, watch)):
        if number:
            click.clear()
        print_check(terminal, own.report, own.hidden_checks)
        passed = not own.report.lacking
    sys.exit(0 if passed else 1)
