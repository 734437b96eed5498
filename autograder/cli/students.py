"""The command for students: check."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from autograder.cli.options import console, language_option
from autograder.errors import UsageError
from autograder.i18n import _
from autograder.reports.check_view import CheckView, changes, print_check
from autograder.results import Report
from autograder.students.own_check import OwnCheck, Wanted, own_check, own_checks

STOPPED = 130
"""The exit status of a command that Ctrl-C has ended, as shells have it."""


@click.command("check")
@click.argument("what", nargs=-1)
@click.option(
    "--only", "rungs", multiple=True, metavar="STEP", help="Check this step only, as `--only stride`."
)
@click.option(
    "--all", "everything", is_flag=True, help="Show everything that is wrong, not only what is first."
)
@click.option("--hint", is_flag=True, help="Show the hint for a known mistake, where there is one.")
@click.option("--watch", is_flag=True, help="Check again whenever the file changes. Ctrl-C ends it.")
@language_option
def check_command(
    what: tuple[str, ...], rungs: tuple[str, ...], everything: bool, hint: bool, watch: bool
) -> None:
    """Check your own work.

    WHAT is a script or a notebook, the folder of an exercise, or a function: then only what asks for it is
    checked. Without it, the exercise in this folder is checked.

    \b
    Examples:
        autograder check
        autograder check median
        autograder check --only stride --hint
        autograder check my_solution.ipynb --watch --lang fa
    """
    path, wanted = _targets(what, rungs)
    terminal = console(soft_wrap=True)

    def show(own: OwnCheck) -> None:
        files = tuple(file.relative_to(own.files[0].parent).as_posix() for file in own.files)
        view = CheckView(everything, hint, own.evidence, files, own.printed)
        print_check(terminal, own.report, own.hidden_checks, view)

    if watch:
        _watch(terminal, path, wanted, show)
    own = own_check(path, wanted)
    show(own)
    sys.exit(1 if own.report.lacking else 0)


def _targets(what: tuple[str, ...], rungs: tuple[str, ...]) -> tuple[Path, Wanted]:
    """Return the path among some words, and the names. What looks like a path or is there is a path."""
    paths = [word for word in what if Path(word).exists() or "/" in word or "." in word or "\\" in word]
    if len(paths) > 1:
        raise UsageError(_("{files} are several files; name one").format(files=", ".join(paths)))
    names = tuple(word for word in what if word not in paths)
    return Path(paths[0] if paths else "."), Wanted(names, rungs)


def _watch(terminal: Console, path: Path, wanted: Wanted, show: Callable[[OwnCheck], None]) -> None:
    """Check again and again, until Ctrl-C ends the process."""
    before: Report | None = None

    def on_change() -> None:
        terminal.print(Text(_("The file has changed: checking …"), "dim"))

    try:
        for own in own_checks(path, wanted, on_change):
            if before:
                click.clear()
            show(own)
            for change in changes(before, own.report) if before else ():
                terminal.print(Text(change, "bold"))
            before = own.report
            watched = _("Watching {file}. Checked last at {time}. Ctrl-C ends this.")
            terminal.print(Text(watched.format(file=own.report.file, time=time.strftime("%H:%M:%S")), "dim"))
    except KeyboardInterrupt:
        terminal.print()
        sys.exit(STOPPED)
