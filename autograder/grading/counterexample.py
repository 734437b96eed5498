"""Smallest counterexamples: the first of an author's inputs, from simple to odd, on which a student's function is wrong.

The inputs are in `solutions/<exercise>/inputs.py`, as `INPUTS = {function: Inputs(…)}`. They are none of the hidden checks' inputs.
"""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np

from autograder.checks.assertions import as_numbers, assert_arguments_unchanged
from autograder.checks.result import CallResult
from autograder.errors import AuthorError, CheckFailed, Crashed, NotAttempted, Outcome, SandboxError, TimedOut
from autograder.exercises.assignment import Assignment
from autograder.exercises.inputs import Call, Inputs, grid
from autograder.results import VERDICTS, Counterexample, Grid
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import StartWorker
from autograder.session.request import call_text
from autograder.session.session import WorkerSession
from autograder.session.student import Student
from autograder.submissions.submission import Submission
from autograder.text import clean_text
from autograder.worker.wire import FILLER

MAX_CALLS, CALL_SECONDS, FUNCTION_SECONDS, SUBMISSION_SECONDS = 400, 0.2, 0.5, 2.0
MAX_SIDE, MAX_PLANES = 8, 3
Case = tuple[Call, Any]  # a call, and what it should give


@dataclass(frozen=True)
class Probe:
    """The inputs of one function, and its trusted answer."""

    function: str
    inputs: Inputs
    answer: Callable[..., Any]

    @cached_property
    def cases(self) -> list[Case]:
        """Each call with what it should give; worked out once for a whole class."""
        return [(call, self.answer(*call[0], **call[1])) for call in islice(self.inputs.calls(), MAX_CALLS)]


@dataclass(frozen=True)
class Difference:
    """How a comparison ended, and what had come back."""

    outcome: Outcome
    got: Any

    @property
    def where(self) -> tuple[int, ...] | None:
        return self.outcome.where if isinstance(self.outcome, CheckFailed) else None


def load_probes(assignment: Assignment) -> dict[str, Probe]:
    """Return the probes of an assignment by function; an exercise without inputs.py has none. Raises AuthorError for one that fails."""
    found: dict[str, Probe] = {}
    for folder in assignment.folders:
        if (folder / "inputs.py").is_file():
            try:
                answers = runpy.run_path(str(folder / f"{folder.name}.py"))
                inputs = runpy.run_path(str(folder / "inputs.py"))["INPUTS"]
                found |= {
                    function: Probe(function, given, answers[function]) for function, given in inputs.items()
                }
            except Exception as error:
                raise AuthorError(
                    f"{folder.name}/inputs.py does not load: {type(error).__name__}: {error}"
                ) from error
    return found


def counterexamples(
    submission: Submission, wrong: Iterable[Probe], start: StartWorker
) -> dict[str, Counterexample | None]:
    """Return what is found on each function in a bounded time, with workers of their own."""
    session = WorkerSession(
        submission, start, Limits(call_seconds=CALL_SECONDS, submission_seconds=SUBMISSION_SECONDS)
    )
    try:
        return {probe.function: _search(probe, session) for probe in wrong}
    finally:
        session.end()


def _search(probe: Probe, session: WorkerSession) -> Counterexample | None:
    try:
        return search(probe, session)
    except SandboxError:
        raise
    except Exception:  # noqa: BLE001 - a fault of inputs.py must not cost a class its grades; the tests of the inputs tell the author
        return None


def search(probe: Probe, session: WorkerSession) -> Counterexample | None:
    """Try a function's cases in order: are the values right, then, do the arguments stay as they are? Return the first that is wrong."""
    if not _is_function(probe.function, session):
        return None
    until = session.seconds_left - FUNCTION_SECONDS
    for compare in (probe.inputs.compare, _arguments_unchanged):
        for number, case in enumerate(probe.cases):
            if ask(probe.function, case, compare, session):
                alike = [earlier for earlier in probe.cases[:number] if _form(earlier) == _form(case)]
                return confirmed(probe, compare, case, alike[-1:], session)
            if session.seconds_left < max(0, until):
                return None
    return None


def _form(case: Case) -> tuple[list[Any], dict[str, Any]]:
    """Return a call with its arrays' shapes in the place of their numbers."""
    (arguments, keywords), _ = case
    return [value.shape if isinstance(value, np.ndarray) else value for value in arguments], keywords


def _is_function(name: str, session: WorkerSession) -> bool:
    try:
        return bool(session.ask("get", name)[0] == "unsendable")  # not absent, no value, no `...`
    except (TimedOut, Crashed):
        return False


def _arguments_unchanged(answer: CallResult, want: Any) -> None:
    assert_arguments_unchanged(answer)


def ask(
    function: str, case: Case, compare: Callable[[CallResult, Any], None], session: WorkerSession
) -> Difference | None:
    """Ask the submission for one case, and compare as a check does."""
    (arguments, keywords), want = case
    got = None
    try:
        answer = getattr(Student(session), function)(*arguments, **keywords)
        got = answer.value
        compare(answer, want)
    except NotAttempted:
        return None
    except Outcome as outcome:
        return Difference(outcome, got)
    return None


def confirmed(
    probe: Probe,
    compare: Callable[[CallResult, Any], None],
    case: Case,
    alike: list[Case],
    session: WorkerSession,
) -> Counterexample | None:
    """Ask again in fresh workers: the case alone, after itself, after one that is alike. What can't be repeated is not said."""
    for before in ([], [case], alike):
        session.end()  # the next request starts a new worker
        session.time_outs = 0
        early = [ask(probe.function, one, compare, session) for one in before]
        difference = ask(probe.function, case, compare, session)
        if session.load_failure or session.seconds_left <= 0:
            return None
        if difference and not any(early):
            shown = _outputs(difference, case[1]) if compare is probe.inputs.compare else []
            return _example(probe, difference, [*before, case], shown)
    return None


def _example(
    probe: Probe, difference: Difference, cases: list[Case], shown: list[tuple[Grid, ...]]
) -> Counterexample:
    arguments, keywords = cases[-1][0]
    steps = probe.inputs.explain(difference.where, *arguments, **keywords)
    message = str(difference.outcome).replace(
        call_text(probe.function, arguments, keywords), f"{probe.function}(…)"
    )
    calls = tuple(_code(probe.function, call) for call, _ in cases)
    verdict = VERDICTS[type(difference.outcome)]
    return Counterexample(
        probe.function, verdict, calls, clean_text(message), replace(steps, rows=(*steps.rows, *shown))
    )


def _outputs(difference: Difference, want: Any) -> list[tuple[Grid, ...]]:
    """Show what is expected and what was given: the plane of the entry that is wrong, or the first planes of both."""
    where = difference.where
    if not isinstance(want, np.ndarray) or (where is not None and want.size == 1):
        return []
    try:
        given = as_numbers(CallResult(difference.got, ""))
    except CheckFailed:
        return [tuple(_planes("expected", want, where))]
    return [(*_planes("expected", want, where), *_planes("got", given, where))]


def _planes(role: str, array: np.ndarray[Any, Any], where: tuple[int, ...] | None) -> Iterator[Grid]:
    if array.ndim not in (1, 2, 3, 4) or array.size == 0 or max(array.shape[-2:]) > MAX_SIDE:
        return
    array = np.atleast_2d(array)
    outer = [where[:-2]] if where else islice(np.ndindex(array.shape[:-2]), MAX_PLANES)
    for index in outer:
        title = f"{role}[{', '.join(map(str, index))}]" if index else role
        yield grid(title, array[index], role, [(*(0, *where)[-2:], 1, 1)] if where else [])


def _code(function: str, call: Call) -> str:
    """Write a call as Python that can be copied."""
    arguments, keywords = call
    return f"{function}({', '.join([*map(_literal, arguments), *(f'{key}={_literal(value)}' for key, value in keywords.items())])})"


def _literal(value: Any) -> str:
    """Write a value as Python; an array with its type and its layout in memory, as the wire brings it."""
    if not isinstance(value, np.ndarray):
        return repr(value)
    kind = "" if value.dtype in (np.float64, np.int64) else f", dtype=np.{value.dtype.name}"
    if value.flags.c_contiguous:
        return f"np.array({_lists(value)}{kind})"
    if value.flags.f_contiguous:
        return f"np.array({_lists(value.T)}{kind}).T"
    spaced = np.full((*value.shape[:-1], 2 * value.shape[-1]), FILLER, value.dtype)
    spaced[..., ::2] = value
    return f"np.array({_lists(spaced)}{kind})[..., ::2]"


def _lists(array: np.ndarray[Any, Any]) -> str:
    return re.sub(r"\.0\b", ".", str(array.tolist()))
