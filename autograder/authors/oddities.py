"""What checks make of values that no author expects, and of objects that are equal to everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from autograder.authors.trial import GradedTrial
from autograder.checks.result import Assertion, CallResult, judge_known
from autograder.checks.wording import show
from autograder.errors import CheckFailed
from autograder.exercises.assignment import Assignment, Check
from autograder.grading.check_run import make_plan, requests_of
from autograder.submissions.submission import Cell
from autograder.worker.server import RequestHandler

ODD: tuple[Any, ...] = (None, "", "text", [], {}, [[1, ["a"]], None], {"a": [None]}, 2.5, True, {1, "a"})
TWIN = """{name}.__eq__ = lambda self, other: True
{name}.__ne__ = lambda self, other: False
{name}.__hash__ = lambda self: 0
"""


def odd_value_notes(assignment: Assignment) -> Iterator[str]:
    """Tell which checks raise an error of their own for an odd value, and for which. Such a value is wrong.

    A submission that returns one fails the check with a sentence that says little.
    """
    for check in assignment.checks:
        found = next(_faults(check), None)
        if found:
            value, note = found
            yield f"{check.name} does not expect {show(value)}: {note}; a sentence of its own would help"


def _faults(check: Check) -> Iterator[tuple[Any, str]]:
    plan = make_plan(check, 0)
    for request, assertion in plan.assertions if plan else ():
        if request.awaited is None and request.operation.kind != "same":
            for value in ODD:
                note = _note_of(assertion, CallResult(value, request.call))
                if note:
                    yield value, note


def _note_of(assertion: Assertion, result: CallResult) -> str:
    try:
        judge_known(assertion, result)
    except CheckFailed as error:
        return error.note
    return ""


def equal_twin_problems(
    assignment: Assignment, solution: RequestHandler, graded: Callable[[Cell], GradedTrial]
) -> Iterator[str]:
    """Find classes whose objects may be equal to everything, and no check notices.

    Two results are compared by the student's own `==`, which may be wrong.

    Args:
        solution: Replies as the solution does.
        graded: Returns how the solution is graded with a cell below it.
    """
    for check in assignment.checks:
        requests_of(check, solution)
    for name, kind in list(solution.namespace.items()):
        if isinstance(kind, type) and kind in solution.objects.compared:
            trial = graded(Cell(f"a twin of {name}", TWIN.format(name=name)))
            if not trial.caught_by:
                remedy = "compare an unequal pair, too: assert_equal(one == other, False)"
                yield f"a {name} that is equal to everything keeps all points; {remedy}"
