"""The smallest counterexample: the first of an author's inputs on which a student's function is wrong.

The inputs are in an exercise's `inputs.py`, from simple to odd, as `INPUTS = {function: Inputs(…)}`. They are
not those of the hidden checks.
"""

from __future__ import annotations

import runpy
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from autograder.checks.assertions import assert_arguments_unchanged
from autograder.checks.result import CallResult
from autograder.errors import (
    AuthorError,
    AxisNames,
    CheckFailed,
    Crashed,
    NotAttempted,
    Outcome,
    SandboxError,
    StudentError,
    TimedOut,
)
from autograder.exercises.assignment import Assignment
from autograder.exercises.data_files import data_files
from autograder.exercises.inputs import Call, Compare, Inputs
from autograder.exercises.layout import INPUTS, solution_file
from autograder.exercises.load import run_beside
from autograder.exercises.slips import slip
from autograder.grading.drawing import call_as_code, comparison_grids
from autograder.grading.own_files import OwnFiles
from autograder.results import Counterexample, verdict_of
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import StartWorker
from autograder.session.loading import NO_FILES
from autograder.session.request import Request, call_text
from autograder.session.session import WorkerSession
from autograder.submissions.submission import Submission
from autograder.text import clean_text
from autograder.worker.frames import Frame
from autograder.worker.plain import to_plain
from autograder.worker.tables import is_table, table_of

MAX_CALLS = 400
CALL_SECONDS, FUNCTION_SECONDS, SUBMISSION_SECONDS = 0.2, 0.5, 2.0

Case: TypeAlias = tuple[Call, Any]
"""A call, and what the solution returns."""
Agreeing: TypeAlias = Callable[[str, list[Any], list[Any]], tuple[str, ...]]
"""Returns which of the mistakes named for a function give the same reply to a request: `(function, request,
reply)`."""


def none_named(function: str, request: list[Any], reply: list[Any]) -> tuple[str, ...]:
    """Return no mistake: none is named."""
    return ()


@dataclass(frozen=True)
class Probe:
    """The inputs of one function, and the solution's function."""

    function: str
    inputs: Inputs
    solution: Callable[..., Any]
    axes: AxisNames = field(default_factory=dict)

    @cached_property
    def cases(self) -> list[Case]:
        """Each call with what the solution returns, worked out once for a class."""
        calls = islice(self.inputs.calls(), MAX_CALLS)
        return [
            ((arguments, keywords), _called(self.solution, arguments, keywords))
            for arguments, keywords in calls
        ]


def _called(solution: Callable[..., Any], arguments: Sequence[Any], keywords: dict[str, Any]) -> Any:
    """Return what the solution returns. It gets tables of pandas; its own ones become plain."""
    words = {name: table_of(one) if isinstance(one, Frame) else one for name, one in keywords.items()}
    result = solution(*[table_of(one) if isinstance(one, Frame) else one for one in arguments], **words)
    return to_plain(result) if is_table(result) else result


def load_probes(assignment: Assignment) -> dict[str, Probe]:
    """Return the probes of an assignment by function. Raises AuthorError if an `inputs.py` fails."""
    probes: dict[str, Probe] = {}
    for folder in assignment.folders:
        if (folder / INPUTS).is_file():
            try:
                axes = next((check.axes for check in assignment.checks if check.exercise == folder.name), {})
                probes |= _folder_probes(folder, axes)
            except Exception as error:
                raise AuthorError(slip(error, folder / INPUTS, "does not load")) from error
    return probes


def _folder_probes(folder: Path, axes: AxisNames) -> dict[str, Probe]:
    files, file = OwnFiles(data_files(folder)), str(solution_file(folder.resolve()))
    with files.in_force():
        solution = runpy.run_path(file)
    inputs = run_beside(folder / INPUTS)["INPUTS"]
    return {name: Probe(name, own, files.seen_by(solution[name]), axes) for name, own in inputs.items()}


def counterexamples(
    submission: Submission,
    probes: Iterable[Probe],
    start_worker: StartWorker,
    files: Mapping[str, bytes] = NO_FILES,
    agreeing: Agreeing = none_named,
    named: Collection[str] = (),
) -> dict[str, Counterexample | None]:
    """Return what is found on each function in a bounded time, with workers of their own.

    Args:
        agreeing: Tells which mistakes explain an example.
        named: The functions for which a mistake is named. Their examples should be of this mistake.
    """
    limits = Limits(call_seconds=CALL_SECONDS, submission_seconds=SUBMISSION_SECONDS)
    session = WorkerSession(submission, start_worker, limits, files=files)
    try:
        return {
            probe.function: _search(probe, session, agreeing if probe.function in named else none_named)
            for probe in probes
        }
    finally:
        session.end()


def _search(probe: Probe, session: WorkerSession, agreeing: Agreeing) -> Counterexample | None:
    try:
        return search(probe, session, agreeing)
    except SandboxError:
        raise
    except Exception:  # noqa: BLE001 - a fault of inputs.py must not cost a class its grades; the author's tests find it
        return None


def search(probe: Probe, session: WorkerSession, agreeing: Agreeing = none_named) -> Counterexample | None:
    """Return the first case that is wrong: first any whose value is, then any whose arguments are changed.

    Where a mistake is named, the first case that it explains goes before.
    """
    if not _is_function(probe.function, session):
        return None
    until = max(0, session.budget.submission_left - FUNCTION_SECONDS)
    for compare in (probe.inputs.compare, _arguments_unchanged):
        wrong = list[tuple[int, tuple[str, ...]]]()
        for number, case in enumerate(probe.cases):
            difference = ask(probe.function, case, compare, session)
            if difference:
                wrong.append((number, _explaining(probe, case, difference, agreeing)))
                if wrong[-1][1] or agreeing is none_named:
                    break
            if session.budget.submission_left < until:
                break
        if wrong:
            number, mistakes = wrong[-1] if wrong[-1][1] else wrong[0]
            case = probe.cases[number]
            alike = [earlier for earlier in probe.cases[:number] if _form(earlier) == _form(case)]
            found = confirmed(probe, compare, case, alike[-1:], session)
            return found and replace(found, mistakes=mistakes)
        if session.budget.submission_left < until:
            return None
    return None


def _explaining(probe: Probe, case: Case, difference: Difference, agreeing: Agreeing) -> tuple[str, ...]:
    """Return the named mistakes that give what the submission gives for a case."""
    (arguments, keywords), _ = case
    request = ["call", probe.function, list(arguments), keywords]
    return agreeing(probe.function, request, difference.reply)


def _form(case: Case) -> tuple[list[Any], dict[str, Any]]:
    """Return the arguments of a call, with arrays' shapes in the place of their numbers."""
    (arguments, keywords), _ = case
    return [value.shape if isinstance(value, np.ndarray) else value for value in arguments], keywords


def _is_function(name: str, session: WorkerSession) -> bool:
    """Return whether a submission defines a function: to read it gives no data, but it is there."""
    try:
        return bool(session.ask(["get", name], name)[0] == "unsendable")
    except (TimedOut, Crashed):
        return False


def _arguments_unchanged(result: CallResult, expected: Any) -> None:
    assert_arguments_unchanged(result)


@dataclass(frozen=True)
class Difference:
    """How a comparison failed, and what the submission's function returned."""

    outcome: Outcome
    got: Any
    reply: list[Any]
    """The submission's reply, from which `got` was read."""

    @property
    def where(self) -> tuple[int, ...] | None:
        return self.outcome.place if isinstance(self.outcome, CheckFailed) else None


def ask(function: str, case: Case, compare: Compare, session: WorkerSession) -> Difference | None:
    """Ask the submission for one case, and compare as a check does."""
    (arguments, keywords), expected = case
    got, reply = None, list[Any]()
    try:
        request = Request(function, "call", function, list(arguments), keywords)
        got = session.value(request)
        reply = ["value", got]
        changed = partial(session.value, request, ["arguments"])
        compare(CallResult(got, request.call, lambda: request.changed(changed())), expected)
    except NotAttempted:
        return None
    except Outcome as outcome:
        raised = isinstance(outcome, StudentError) and not reply and session.exchanges
        return Difference(outcome, got, session.exchanges[-1].reply if raised else reply)
    return None


def confirmed(
    probe: Probe, compare: Compare, case: Case, alike: list[Case], session: WorkerSession
) -> Counterexample | None:
    """Ask again in new workers: the case alone, then after itself, then after one that is alike.

    Failures that do not reproduce are not reported.
    """
    for before in ([], [case], alike):
        session.end()  # the next request starts a new worker
        session.budget.time_outs = 0
        earlier = [ask(probe.function, one, compare, session) for one in before]
        difference = ask(probe.function, case, compare, session)
        if session.load_failure or session.budget.submission_left <= 0:
            return None
        if difference and not any(earlier):
            example = _example(probe, difference, [*before, case])
            if compare is probe.inputs.compare:
                return replace(
                    example, comparison=comparison_grids(case[1], difference.got, difference.where)
                )
            return example
    return None


def _example(probe: Probe, difference: Difference, cases: Sequence[Case]) -> Counterexample:
    (arguments, keywords), _ = cases[-1]
    whole_call = call_text(probe.function, arguments, keywords)
    message = difference.outcome.sentence(probe.axes).replace(whole_call, f"{probe.function}(…)")
    return Counterexample(
        probe.function,
        verdict_of(difference.outcome),
        tuple(call_as_code(probe.function, call) for call, _ in cases),
        clean_text(message),
        probe.inputs.explain(difference.where, *arguments, **keywords),
    )
