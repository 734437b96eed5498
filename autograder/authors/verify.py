"""`autograder verify`: the author's gate. It runs every file of an exercise and lists the problems found.

Stub, solution, variants and mistakes are graded as submissions are: in locked-down workers, with the limits
of a class, by the files that `build` packs and by no others. What can't be told that way, such as whether
two mistakes are alike, is found out in this very process.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path, PurePosixPath

from autograder.authors.coverage import coverage, coverage_problems, word_problems
from autograder.authors.handout import PublicExercise
from autograder.authors.luck import luck_problems
from autograder.authors.matrix import Verification
from autograder.authors.needed import idle_problems, twin_problems, undeclared_problems
from autograder.authors.oddities import equal_twin_problems, odd_value_notes
from autograder.authors.prose import statement_problems, text_problems
from autograder.authors.publish import exercise_folder, read_exercise
from autograder.authors.remembering import remembering_problems
from autograder.authors.required import undeclared_packages
from autograder.authors.trial import GradedTrial, attempt, attempt_graded, mistake_file
from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.bare_asserts import bare_asserts
from autograder.exercises.course import COURSE, languages_of
from autograder.exercises.layout import check_files, grading_files
from autograder.exercises.load import find_assignment
from autograder.exercises.overlays import Overlay, parts, variants
from autograder.exercises.required import installed_for
from autograder.exercises.traits import read_traits
from autograder.grading.catalogue import Catalogue
from autograder.grading.counterexample import load_probes
from autograder.results import Verdict
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import open_sandbox
from autograder.sandbox.worker import StartWorker, requiring
from autograder.submissions.read import read_submission
from autograder.submissions.submission import Cell, Submission
from autograder.text import some_of


def verify(assignment: Assignment, start_worker: StartWorker | None = None) -> Verification:
    """Run everything that one exercise has. Raises AuthorError where one of its files can't even be read.

    Args:
        start_worker: Starts workers. By default a sandbox is opened for this exercise alone.
    """
    with contextlib.ExitStack() as stack:
        start_worker = start_worker or stack.enter_context(open_sandbox(Limits())).start_worker
        (folder,) = assignment.folders
        packed = _packed(folder, Path(stack.enter_context(tempfile.TemporaryDirectory())))
        return _Gate(folder, packed, start_worker).verification()


def _packed(folder: Path, unpacked: Path) -> Assignment:
    """Return an exercise as an autograder's zip has it, unpacked: only with the files that are packed."""
    course = folder.parent / COURSE
    files = {f"{folder.name}/{name}": data for name, data in grading_files(folder).items()}
    if course.is_file():
        languages = ", ".join(f'"{language}"' for language in languages_of(folder.parent))
        files[COURSE] = f"languages = [{languages}]\n".encode()
    for name, data in files.items():
        (unpacked / name).parent.mkdir(parents=True, exist_ok=True)
        (unpacked / name).write_bytes(data)
    return find_assignment(folder.name, unpacked)


class _Gate:
    """Tries what one exercise has, and collects the problems."""

    def __init__(self, folder: Path, assignment: Assignment, start_worker: StartWorker) -> None:
        self.folder, self.assignment = folder, assignment
        self.start_worker = requiring(start_worker, installed_for(assignment))
        self.catalogue = Catalogue(assignment.folders[0])
        self.public: PublicExercise = read_exercise(folder)
        self.faulty = set[str]()
        """The names of checks that have a fault of their own. It is said once, and not for every mistake."""
        self.traits = read_traits(assignment.folders[0])
        load_probes(assignment)  # raises AuthorError where inputs.py fails

    def verification(self) -> Verification:
        """Return what was found out."""
        problems = [*self._bare_asserts(), *undeclared_packages(self.folder, self.assignment)]
        problems += [*self._solution_problems(), *self._variant_problems()]
        problems += self._stub_problems()
        caught = dict[Overlay, frozenset[Check]]()
        if not self.faulty:  # else every mistake would be measured by a check that is wrong
            trials = {mistake: self._tried(mistake) for mistake in self.catalogue.mistakes}
            caught = {mistake: trial.caught_by for mistake, trial in trials.items()}
            problems += self._slips(trials)
            problems += self._mistake_problems(trials)
            problems += twin_problems(caught, cache(self._replies), self.catalogue.canonical)
            problems += undeclared_problems(caught)
            problems += remembering_problems(self.assignment, self.catalogue)
            problems += luck_problems(self.assignment, self.catalogue, variants(self.folder))
            problems += idle_problems(self.assignment, caught)
            solution = self.catalogue.new_handler()
            problems += equal_twin_problems(self.assignment, solution, self._with_cell)
        covered = {} if self.faulty else coverage(self.assignment, self.traits, self.catalogue.new_handler())
        problems += coverage_problems(covered)
        problems += word_problems(self.traits, languages_of(self.folder.parent)[1:])
        problems += statement_problems(self.folder, self.public)
        problems += text_problems(self.folder, self.assignment, self.catalogue.mistakes)
        notes = tuple(odd_value_notes(self.assignment))
        return Verification(
            self.assignment, caught, len(variants(self.folder)), tuple(problems), notes, covered
        )

    def _with_cell(self, cell: Cell) -> GradedTrial:
        """Return how the solution is graded with a cell below it."""
        cells = (*(Cell(label, source) for label, source in parts(self.folder)), cell)
        return self._graded(Submission("a twin", f"{self.folder.name}.py", cells))

    def _tried(self, *overlays: Overlay) -> GradedTrial:
        """Return how the solution, or it with a mistake or variant on top, is graded."""
        cells = tuple(Cell(label, source) for label, source in parts(self.folder, *overlays))
        name = overlays[0].name if overlays else "the solution"
        return self._graded(Submission(name, f"{self.folder.name}.py", cells))

    def _graded(self, submission: Submission) -> GradedTrial:
        return attempt_graded(self.assignment, submission, self.start_worker, self.catalogue)

    def _replies(self, mistake: Overlay) -> GradedTrial:
        trial = attempt(self.assignment, partial(self.catalogue.new_handler, mistake), self.catalogue)
        return GradedTrial(trial.runs)

    def _bare_asserts(self) -> Iterator[str]:
        """Find asserts of Python itself, which can't look into results."""
        for file in check_files(self.folder):
            for found in bare_asserts(file.read_text(encoding="utf-8")):
                self.faulty.add(found.check)
                yield f"{file.name}, line {found.line}: {found.sentence}"

    def _solution_problems(self) -> Iterator[str]:
        """Find checks that the solution fails."""
        trial = self._tried()
        for check in self._lost(trial):
            self.faulty.add(check.name)
            yield self._said(f"the solution fails {check.name}", check, trial)

    def _variant_problems(self) -> Iterator[str]:
        """Find checks that right code fails, each with the variants that do."""
        trials = {variant: self._tried(variant) for variant in variants(self.folder)}
        failing: dict[Check, list[Overlay]] = {}
        for variant, trial in trials.items():
            for check in self._lost(trial):
                failing.setdefault(check, []).append(variant)
        for check, lost in failing.items():
            names = some_of([f"variants/{variant.name}" for variant in lost])
            verb = "fails" if len(lost) == 1 else "fail"
            yield self._said(f"{names} {verb} {check.name}", check, trials[lost[0]])

    def _lost(self, trial: GradedTrial) -> list[Check]:
        """Return the checks that code does not pass, without those that have a fault of their own."""
        return [
            check for check in trial.results if check in trial.caught_by and check.name not in self.faulty
        ]

    def _said(self, finding: str, check: Check, trial: GradedTrial) -> str:
        """Return a finding with the reason: what the check says, or where it breaks."""
        result = trial.results[check]
        if fault := trial.fault(check):
            return f"{finding}: the check is broken, {fault}"
        if missing := trial.missing_file(check):
            return f"{finding}: {missing}"
        return f"{finding}: {result.message.splitlines()[-1]}"

    def _stub_problems(self) -> Iterator[str]:
        """Find checks in which an untouched stub counts as attempted, as a script or as a notebook."""
        files = exercise_folder(self.public, languages_of(self.folder.parent)).files()
        seen = set[str]()
        for suffix in (".py", ".ipynb"):
            name = f"{self.folder.name}{suffix}"
            data = files[PurePosixPath(self.folder.name, name)]
            trial = self._graded(read_submission("the stub", name, data, self.folder.name))
            for check, result in trial.results.items():
                if result.verdict is not Verdict.NOT_ATTEMPTED and check.name not in self.faulty | seen:
                    seen.add(check.name)
                    found = f"the stub is {result.verdict.value} in {check.name}"
                    yield f"{found}; an untouched stub is not attempted in every check"

    def _slips(self, trials: Mapping[Overlay, GradedTrial]) -> Iterator[str]:
        """Find mistakes that fail for another reason than their sentence: a misspelt name, a lost import."""
        for mistake, trial in trials.items():
            if found := trial.slip(mistake_file(mistake)):
                yield found

    def _mistake_problems(self, trials: Mapping[Overlay, GradedTrial]) -> Iterator[str]:
        """Find mistakes that keep the points of their rung or lose others, and checks that they break."""
        for mistake, trial in trials.items():
            yield from mistake_problems(mistake, trial)
        for check in self.assignment.checks:
            broken = [one for one, trial in trials.items() if trial.fault(check)]
            if broken:
                names = some_of([f"mistakes/{mistake.name}" for mistake in broken])
                yield f"{check.name} is broken by {names}: {trials[broken[0]].fault(check)}"


def mistake_problems(mistake: Overlay, trial: GradedTrial) -> Iterator[str]:
    """Find out whether a mistake loses points on its own rung, and on no other that it doesn't name."""
    lost, file = trial.lost_points(), f"mistakes/{mistake.name}"
    if mistake.rung not in lost:
        remedy = "give that rung a check that catches it"
        yield f"{file} survives: it keeps all points of {mistake.rung!r}; {remedy}"
    for rung in lost:
        if rung not in (mistake.rung, *mistake.also):
            remedy = "mend the check that charges it twice, or name the rung in ALSO"
            yield f"{file} also loses points on {rung!r}; {remedy}"
