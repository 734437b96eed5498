"""What a student sees beside a wrong result: its input, what is expected and what came, drawn where small."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from autograder.errors import CheckFailed
from autograder.grading.check_run import CheckRun
from autograder.grading.drawing import comparison_grids, planes
from autograder.i18n import _, current_language
from autograder.reports.check_view import Evidence
from autograder.results import CheckResult, Grid, Verdict
from autograder.session.request import Request


def evidence_of(runs: Iterable[CheckRun]) -> dict[CheckResult, Evidence]:
    """Return what belongs to each result that did not pass."""
    wrong = [run for run in runs if run.result.verdict is not Verdict.PASSED]
    return {run.result: Evidence(_grids(run), _place(run), run.printed) for run in wrong}


def _place(run: CheckRun) -> str:
    """Return where a check is written."""
    code = run.check.function.__code__
    return _("{file}, line {line}").format(file=Path(code.co_filename).name, line=code.co_firstlineno)


def _grids(run: CheckRun) -> tuple[Grid, ...]:
    outcome = run.outcome
    if not isinstance(outcome, CheckFailed) or outcome.expected is None or not run.plan:
        return ()
    request = next((one for one in run.plan.requests if one.call == outcome.call), None)
    comparison = map(_titled, comparison_grids(outcome.expected, outcome.got, outcome.place))
    return (*_inputs(request), *comparison) if request else ()


def _titled(grid: Grid) -> Grid:
    """Return a grid with its title in the student's language; an index may follow the word."""
    titles = {"expected": _("expected"), "got": _("got")}
    word = re.match(r"\w*", grid.title)
    if not word:
        return grid
    return replace(grid, title=_isolated(grid.title.replace(word[0], titles.get(word[0], word[0]), 1)))


def _isolated(title: str) -> str:
    """Return a title that keeps its place among others, whichever way it reads."""
    return title if current_language() == "en" else f"\u2068{title}\u2069"


def _inputs(request: Request) -> Sequence[Grid]:
    """Return the arrays among the arguments of a call."""
    if request.request[0] != "call":
        return ()
    arrays = [one for one in request.request[2] if isinstance(one, np.ndarray)]
    numbered = [_("input {number}").format(number=number) for number in range(1, len(arrays) + 1)]
    named = zip(numbered if len(arrays) > 1 else [_("input")], arrays, strict=False)
    grids = [grid for name, array in named for grid in planes(name, "blue", array, None)]
    return [replace(grid, title=_isolated(grid.title)) for grid in grids]
