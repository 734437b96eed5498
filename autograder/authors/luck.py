"""Right code that a check with random inputs passes with some of them and fails with others.

Each submission gets one draw, by its code. So whoever writes this code would lose points by bad luck.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from autograder.authors.trial import silenced
from autograder.exercises.assignment import DRAWS, Assignment, Check
from autograder.exercises.overlays import Overlay
from autograder.grading.catalogue import Catalogue
from autograder.grading.check_run import CheckRun, make_plan, run_check
from autograder.results import CheckResult, Verdict
from autograder.session.session import InProcessSession
from autograder.worker.server import RequestHandler


def luck_problems(assignment: Assignment, catalogue: Catalogue, right: Iterable[Overlay]) -> Iterator[str]:
    """Find variants that fail a check with some of its random inputs, but not with all."""
    for variant in right:
        handler = catalogue.new_handler(variant)
        for check in assignment.checks:
            results = [_result(check, draw, handler) for draw in range(DRAWS)] if check.random else []
            failing = [result for result in results if result.verdict is not Verdict.PASSED]
            if 0 < len(failing) < DRAWS:
                finding = f"variants/{variant.name} fails {check.name} with {len(failing)} of {DRAWS} draws"
                yield f"{finding} of its random inputs: {failing[0].message.splitlines()[-1]}"


def _result(check: Check, draw: int, handler: RequestHandler) -> CheckResult:
    with silenced():
        session = InProcessSession(handler)
        session.begin([])
        return run_check(CheckRun(check, draw, make_plan(check, draw)), session)
