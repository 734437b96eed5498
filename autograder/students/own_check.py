"""Checking a student's own work: once, or again whenever the file is saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder.errors import UsageError
from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.layout import HINTS
from autograder.grading.check_run import CheckRun, make_plan
from autograder.grading.grader import Grader
from autograder.grading.hints import SealedHints
from autograder.i18n import _, in_wanted_language
from autograder.reports.check_view import Evidence
from autograder.results import CheckResult, Report
from autograder.sandbox.limits import Limits
from autograder.sandbox.unisolated import ListeningWorker
from autograder.sandbox.worker import NO_PACKAGES, Worker
from autograder.students.evidence import evidence_of
from autograder.students.own_folder import (
    file_of,
    hidden_check_count,
    own_assignment,
    own_file,
    own_files,
    own_submission,
)
from autograder.students.own_modules import files_of
from autograder.submissions.submission import Submission

SECONDS_BETWEEN_LOOKS = 0.2


@dataclass(frozen=True)
class OwnCheck:
    """The report of the visible checks, what belongs to its wrong results, and how many checks are hidden."""

    report: Report
    hidden_checks: int
    evidence: Mapping[CheckResult, Evidence]
    printed: str = ""
    """What was printed while the code was loaded, if it is one file."""
    files: tuple[Path, ...] = ()
    """What has to be handed in: the file, and the modules beside it that it imports."""
    looked_at: tuple[Path, ...] = ()
    """All files that the report depends on: those of each script or notebook that could be meant."""


@dataclass(frozen=True)
class Wanted:
    """Which checks to run: those that ask for one of some names, and those of some rungs. Empty: all."""

    names: Collection[str] = field(default_factory=tuple)
    rungs: Collection[str] = field(default_factory=tuple)

    def indices(self, assignment: Assignment) -> list[int]:
        """Return the indices of these checks. Raises UsageError if there are none."""
        asked = [_names_asked(check) for check in assignment.checks] if self.names else []
        known = {name for names in asked for name in names}
        for name in self.names:
            if name not in known:
                text = _("no check asks for {name}. There are: {names}")
                raise UsageError(text.format(name=repr(name), names=", ".join(sorted(known))))
        indices = [
            index
            for index, check in enumerate(assignment.checks)
            if (not self.names or asked[index] & set(self.names))
            and (not self.rungs or any(_is_in(rung, check) for rung in self.rungs))
        ]
        if not indices:
            rungs = dict.fromkeys(in_wanted_language(check.texts)[1] for check in assignment.checks)
            text = _("no check is in {step}. The steps are: {steps}")
            raise UsageError(text.format(step=repr(", ".join(self.rungs)), steps=", ".join(rungs)))
        return indices


ALL = Wanted()


def _is_in(rung: str, check: Check) -> bool:
    """Whether a check is in the rung of some name, in any language."""
    return any(rung.lower() in name.lower() for _sentence, name in check.texts.values())


def _names_asked(check: Check) -> set[str]:
    """Return the names of the submission that a check asks for."""
    plan = make_plan(check, 0)
    return {request.name for request in plan.requests} if plan else set()


def own_check(path: Path, wanted: Wanted = ALL) -> OwnCheck:
    """Check the script or notebook at `path`. Of two that are filled in, the better one counts."""
    files = own_files(path)
    submission, folder = own_submission(path), files[0].parent
    own = check_submission(submission, own_assignment(folder), folder, wanted)
    counted = submission.counted(own.report.file)
    looked_at = [files_of(one, file_of(one, files)) for one in (submission, *submission.alternatives)]
    return replace(
        own,
        files=files_of(counted, file_of(counted, files)),
        looked_at=tuple(dict.fromkeys(file for some in looked_at for file in some)),
    )


def check_submission(
    submission: Submission, assignment: Assignment, folder: Path, wanted: Wanted = ALL
) -> OwnCheck:
    """Run the visible checks of a folder on a student's own code.

    The code runs in a plain child process, with the student's own rights, as it does anyway.
    """
    hints, runs = _hints(folder), list[CheckRun]()

    def explain(new_runs: Sequence[CheckRun]) -> None:
        hints.explain(new_runs)
        runs.extend(new_runs)

    workers = list[ListeningWorker]()

    def start(limits: Limits, packages: AbstractSet[str] = NO_PACKAGES) -> Worker:
        workers.append(ListeningWorker(limits, packages))
        return workers[-1]

    grader = Grader(assignment, start, Limits(), explain=explain)
    report = grader.grade(submission, wanted=wanted.indices(assignment))
    own_results = {id(result) for result in report.results}  # an equal one may be about another file
    evidence = evidence_of(run for run in runs if id(run.result) in own_results)
    printed = workers[0].printed_while_loading() if workers and not submission.alternatives else ""
    return OwnCheck(report, hidden_check_count(folder), evidence, printed)


def own_checks(path: Path, wanted: Wanted, on_change: Callable[[], None]) -> Iterator[OwnCheck]:
    """Check the file at `path` now, and again after each change, without end.

    Args:
        on_change: Called when the file has changed, before it is checked again.
    """
    while True:
        changed, own = _changed_at(path), own_check(path, wanted)
        yield own
        seen = {file: _changed_at(file) for file in own.looked_at}
        while _changed_at(path) in (changed, None) and all(
            _changed_at(file) in (seen[file], None) for file in own.looked_at
        ):
            time.sleep(SECONDS_BETWEEN_LOOKS)
        on_change()


def _hints(folder: Path) -> SealedHints:
    file = folder / HINTS
    return SealedHints(file.read_bytes() if file.is_file() else b"")


def _changed_at(path: Path) -> int | None:
    """Return when the student's file was changed. It may be missing for a moment while an editor saves it."""
    try:
        return own_file(path).stat().st_mtime_ns
    except (UsageError, OSError):
        return None
