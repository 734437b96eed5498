"""Exercises and their checks, as they lie in folders: `solutions/<exercise>/` whole, `assignments/<exercise>/` without the secrets."""

from __future__ import annotations

import ast
import hashlib
import inspect
import runpy
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from autograder.errors import AuthorError, UsageError
from autograder.mistakes import Catalogue
from autograder.plan import Plan
from autograder.records import CheckResult, Verdict
from autograder.sandbox import Limits

HOMEWORK = "homework"
DRAWS = 8  # of random inputs that a check makes in all: so few that a class shares the work on each, and a test can try them all


@dataclass(frozen=True, eq=False)
class Check:
    """One test function of an exercise, equal to itself only.

    `sentence` is its docstring; `source_digest` stands for all that its file says of it.
    """

    exercise: str
    name: str
    sentence: str
    rung: str
    points: float
    hidden: bool
    function: Callable[..., None]
    source_digest: bytes
    for_reading: bool = False
    limits: Mapping[str, float] = field(default_factory=dict)
    """What its file asks for, as `LIMITS = {"call_seconds": 5}`, where the usual limits are less."""

    @cached_property
    def passed(self) -> CheckResult:
        """Its result where it passed, one and the same for everybody."""
        return self.result(Verdict.PASSED)

    def result(self, verdict: Verdict, message: str = "") -> CheckResult:
        return CheckResult(self.exercise, self.name, self.sentence, self.rung, self.hidden, self.points, verdict, message)

    def draw(self, code: bytes) -> int:
        """Return which random inputs a submission gets, by the digest of its code.

        It is the same on every regrade, and can't be told without the check's source.
        """
        return self._digest(code)[0] % DRAWS if self.random else 0

    def arguments(self, student: object, draw: int) -> dict[str, object]:
        """Return what the function asks for."""
        if not self.random:
            return {"student": student}
        return {"student": student, "rng": np.random.default_rng(np.frombuffer(self._digest(b"%d" % draw), np.uint8).astype(np.uint32))}

    def plan(self, draw: int) -> Plan | None:
        """Return what it asks and how it judges, None where it has to be run to know."""
        if draw not in self._plans:
            self._plans[draw] = self._plan(draw)
        return self._plans[draw]

    def _plan(self, draw: int) -> Plan | None:
        try:
            return Plan(lambda student: self.function(**self.arguments(student, draw)))
        except KeyboardInterrupt:
            raise
        except BaseException:  # noqa: BLE001 - whatever is wrong with a check, pytest.skip() included: running it will tell
            return None

    @cached_property
    def _plans(self) -> dict[int, Plan | None]:
        return {}

    @cached_property
    def random(self) -> bool:
        return "rng" in inspect.signature(self.function).parameters

    def _digest(self, content: bytes) -> bytes:
        return hashlib.sha256(self.source_digest + self.name.encode() + content).digest()


@dataclass(frozen=True)
class Assignment:
    """What is graded at once: one exercise, or all of them as `homework`."""

    name: str
    folders: tuple[Path, ...]
    checks: tuple[Check, ...]

    @property
    def exercises(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(check.exercise for check in self.checks))

    @property
    def limits(self) -> dict[str, float]:
        """The most that any of its checks asks for."""
        names = {name for check in self.checks for name in check.limits}
        return {name: max(check.limits.get(name, 0) for check in self.checks) for name in names}

    def only(self, places: Collection[int]) -> Assignment:
        """Return it with the checks at these places, and the same catalogues, which are costly to read."""
        if len(places) == len(self.checks):
            return self
        fewer = replace(self, checks=tuple(self.checks[place] for place in sorted(places)))
        vars(fewer)["catalogues"] = self.catalogues
        return fewer

    @cached_property
    def catalogues(self) -> dict[str, Catalogue]:
        """The known mistakes by exercise; a student's own folder has none."""
        return {folder.name: Catalogue(folder) for folder in self.folders}


def exercise_folders(solutions: Path) -> list[Path]:
    """Return the folders of all exercises, in reading order."""
    return sorted(folder for folder in solutions.glob("*") if (folder / "test_hidden.py").is_file())


def assignment_names(solutions: Path) -> list[str]:
    """Return what can be graded: each exercise, and the homework."""
    return [*(folder.name for folder in exercise_folders(solutions)), HOMEWORK]


def find_assignment(name: str, solutions: Path) -> Assignment:
    """Return an exercise, or the homework, with visible and hidden checks. Raises UsageError for an unknown name."""
    folders = exercise_folders(solutions)
    chosen = [folder for folder in folders if name in (folder.name, HOMEWORK)]
    if not folders:
        raise UsageError(f"{solutions} holds no exercises")
    if not chosen:
        raise UsageError(f"there is no assignment {name!r}. Choose from: {', '.join(assignment_names(solutions))}")
    checks = [check for folder in chosen for check in folder_checks(folder)]
    if not sum(check.points for check in checks):
        raise AuthorError(f"{name}: its checks carry no points")
    return Assignment(name, tuple(chosen), tuple(checks))


def folder_checks(folder: Path) -> Iterator[Check]:
    """Yield the checks of an exercise's folder, visible ones first; its answer can be imported by its hidden checks."""
    sys.path.insert(0, str(folder))
    try:
        for file in ("test_visible.py", "test_hidden.py"):
            if (folder / file).is_file():
                yield from file_checks(folder / file, folder.name, hidden=file == "test_hidden.py")
    finally:
        sys.path.remove(str(folder))


def file_checks(file: Path, exercise: str, *, hidden: bool) -> Iterator[Check]:
    """Yield the check functions of one file in the order they are written. Raises AuthorError for one without points or sentence."""
    try:
        digest = _digests(file.read_text(encoding="utf-8"))
        names = runpy.run_path(str(file))
        limits = names.get("LIMITS", {})
        Limits().at_least(limits)
    except Exception as error:
        raise AuthorError(f"{file.parent.name}/{file.name} does not load: {type(error).__name__}: {error}") from error
    for name, function in names.items():
        if not name.startswith("test_"):
            continue
        worth = getattr(function, "worth", None)
        if worth is None or not function.__doc__:
            raise AuthorError(f"{file.name}: {name} needs @points(…, rung=…) and a docstring, the sentence a student reads")
        sentence = " ".join(function.__doc__.split())
        yield Check(exercise, name, sentence, worth.rung, worth.points, hidden, function, digest(name), worth.for_reading, limits)


def _digests(source: str) -> Callable[[str], bytes]:
    """Return what tells the digest of a test function: that of its own source and of the whole file, without the other test functions.

    Each check has its own, so that a change of one leaves the grades and the random inputs of the others as they are.
    """
    lines, shared, own = source.split("\n"), list[str](), dict[str, list[str]]()
    for node in ast.parse(source).body:
        test = isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])
        (own.setdefault(getattr(node, "name", ""), []) if test else shared).append("\n".join(lines[first - 1 : node.end_lineno]))
    return lambda name: hashlib.sha256("\n".join([*shared, "", *own.get(name, [])]).encode()).digest()
