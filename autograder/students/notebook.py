"""`grader.check("sums")` in a notebook, with this package alone.

The code is that of the cells that have been run, from the kernel's history: Colab has no file of it. It runs
in a process of its own with limits of time, so an endless loop ends, and the kernel lives.

`grader` has the methods of otter's `Notebook` that students call.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.errors import AutograderError
from autograder.i18n import N_, _, set_language
from autograder.reports.check_view import CheckView, Shown, print_check
from autograder.students.own_check import OwnCheck, check_submission
from autograder.students.own_folder import own_assignment
from autograder.submissions.submission import Cell, Submission

OWN_LINE = re.compile(r"^(\s*)grader\s*\.\s*\w+\(.*$", re.MULTILINE)
OWN_CELL = re.compile(r"autograder\.students\.notebook")
HAND_IN = N_("Save the notebook, and hand in its file.")


COMMANDS = CheckView(to_see_all="grader.check_all()", to_see_hint='grader.check("{exercise}", hint=True)')


class NotebookGrader:
    """Runs visible checks on the cells of the live notebook."""

    language = ""
    """That of the notebook; empty for the one that the environment asks for."""

    def check(self, exercise: str, hint: bool = False) -> Shown:
        """Run the checks of one exercise. With `hint`, show the hint for a known mistake, if there is one."""
        return self._shown([exercise], replace(COMMANDS, hint=hint))

    def check_all(self) -> Shown:
        """Run all checks of the folder, and show everything that is wrong."""
        return self._shown([], replace(COMMANDS, everything=True))

    def export(self, *arguments: object, **options: object) -> None:
        """Say how to hand in. otter's `export` makes a zip; here the notebook itself is handed in."""
        set_language(self.language)
        print(_(HAND_IN))

    def _shown(self, exercises: Sequence[str], view: CheckView) -> Shown:
        set_language(self.language)
        try:
            own = _checked(exercises, self.language)
        except AutograderError as error:
            message = str(error)
            return Shown(lambda console: console.print(message, markup=False, style="red"))
        view = replace(view, evidence=own.evidence, printed=own.printed)
        return Shown(lambda console: print_check(console, own.report, own.hidden_checks, view))


def _checked(exercises: Sequence[str], language: str) -> OwnCheck:
    folder = Path.cwd()
    assignment = own_assignment(folder)
    if exercises:
        checks = tuple(check for check in assignment.checks if check.exercise in exercises)
        assignment = replace(assignment, checks=checks or assignment.checks)
    file = f"{assignment.name}{f'.{language}' if language else ''}.ipynb"
    submission = Submission(assignment.name, file, cells_run())
    return check_submission(submission, assignment, folder)


def cells_run() -> tuple[Cell, ...]:
    """Return the cells that the kernel has run, each as it was run last.

    Jupyter gives each cell an id. Where there is none, cells are told apart by their code. A cell stays where
    it was run first, so that one which was edited is still above those that need it. Running the first cell
    of the notebook, as "Run All" does, begins a new order.

    Lines that call the grader are blanked out: else each check would run all checks before it.
    """
    from IPython import get_ipython  # whoever has a notebook has it

    history: list[str] = get_ipython().history_manager.input_hist_raw
    numbers, in_this_order = dict[str, int](), set[str]()
    for number, source in enumerate(history):
        if OWN_CELL.search(source):
            in_this_order.clear()
        elif number and source.strip():
            cell = cell_ids.get(number, source)
            if cell not in in_this_order:
                numbers.pop(cell, None)  # it will be the last one
                in_this_order.add(cell)
            numbers[cell] = number
    return tuple(
        Cell(f"cell {number}", OWN_LINE.sub(r"\1pass", history[number])) for number in numbers.values()
    )


def remember_cell_ids() -> None:
    """Note from now on which cell each number of the history belongs to."""
    with contextlib.suppress(ImportError):  # only a notebook has it
        from IPython import get_ipython

        shell = get_ipython()

        def before_cell(info: Any) -> None:
            if info.store_history and getattr(info, "cell_id", None):
                cell_ids[shell.execution_count] = info.cell_id

        if shell:
            shell.events.register("pre_run_cell", before_cell)


cell_ids: dict[int, str] = {}
"""The id of each cell that was run, by its number in the history."""
grader = NotebookGrader()
remember_cell_ids()
