"""`grader.check("sums")` in a notebook, with this package alone.

The code is that of the cells that have been run, from the kernel's history: Colab has no file of it. It runs
in a process of its own with limits of time, so an endless loop ends, and the kernel lives.

`grader` has the methods of otter's `Notebook` that students call.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from autograder.errors import AutograderError
from autograder.i18n import N_, _
from autograder.reports.check_view import CheckView, Shown, print_check
from autograder.students.own_check import OwnCheck, check_submission
from autograder.students.own_folder import own_assignment
from autograder.submissions.submission import Cell, Submission

OWN_LINE = re.compile(r"^(\s*)grader\s*\.\s*\w+\(.*$", re.MULTILINE)
OWN_CELL = re.compile(r"autograder\.students\.notebook")
HAND_IN = N_("Save the notebook, and hand in its file.")


class NotebookGrader:
    """Runs visible checks on the cells of the live notebook."""

    def check(self, exercise: str, hint: bool = False) -> Shown:
        """Run the checks of one exercise. With `hint`, show the hint for a known mistake, if there is one."""
        return _shown([exercise], CheckView(hint=hint))

    def check_all(self) -> Shown:
        """Run all checks of the folder, and show everything that is wrong."""
        return _shown([], CheckView(everything=True))

    def export(self, *arguments: object, **options: object) -> None:
        """Say how to hand in. otter's `export` makes a zip; here the notebook itself is handed in."""
        print(_(HAND_IN))


def _shown(exercises: Sequence[str], view: CheckView) -> Shown:
    try:
        own = _checked(exercises)
    except AutograderError as error:
        message = str(error)
        return Shown(lambda console: console.print(message, markup=False, style="red"))
    view = replace(view, evidence=own.evidence, printed=own.printed)
    return Shown(lambda console: print_check(console, own.report, own.hidden_checks, view))


def _checked(exercises: Sequence[str]) -> OwnCheck:
    folder = Path.cwd()
    assignment = own_assignment(folder)
    if exercises:
        checks = tuple(check for check in assignment.checks if check.exercise in exercises)
        assignment = replace(assignment, checks=checks or assignment.checks)
    submission = Submission(assignment.name, f"{assignment.name}.ipynb", cells_run())
    return check_submission(submission, assignment, folder)


def cells_run() -> tuple[Cell, ...]:
    """Return the cells that the kernel has run, in order; of equal ones the last.

    Lines that call the grader are blanked out: else each check would run all checks before it.
    """
    from IPython import get_ipython  # whoever has a notebook has it

    history: list[str] = get_ipython().history_manager.input_hist_raw
    last = {source: number for number, source in enumerate(history) if number and source.strip()}
    return tuple(
        Cell(f"cell {number}", OWN_LINE.sub(r"\1pass", source))
        for source, number in last.items()
        if not OWN_CELL.search(source)
    )


grader = NotebookGrader()
