"""Checks, and the assignments that they make."""

from __future__ import annotations

import hashlib
import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

from autograder.errors import AxisNames
from autograder.i18n import in_wanted_language
from autograder.results import CheckResult, Verdict

HOMEWORK = "homework"
"""The assignment of all exercises, in a course that does not say otherwise."""
DRAWS = 8
"""How many draws of random inputs a check has: few, so that a class shares the work, and tests try all."""


def short_name(exercise: str) -> str:
    """Return the name of an exercise for narrow columns: `q12` for `q12_sums`, and `two_fer` as it is."""
    number = re.match(r"[a-z]+[0-9]+(?=_)", exercise)
    return number[0] if number else exercise


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
    """The limits that its exercise raises, as `{"call_seconds": 5}`."""
    requires: frozenset[str] = frozenset()
    """The packages that its exercise requires."""
    axes: AxisNames = field(default_factory=dict)
    """What its file calls the axes of arrays: `AXES = {3: (None, "row", "column")}`, in Persian `AXES_FA`."""
    translations: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Its sentence and rung by language, the default language first. Empty if there are no others."""

    @property
    def texts(self) -> Mapping[str, tuple[str, str]]:
        """Its sentence and rung by language, the default language first."""
        return self.translations or {"": (self.sentence, self.rung)}

    @cached_property
    def passed(self) -> CheckResult:
        """Its result where it passed: one object for everybody."""
        return self.result(Verdict.PASSED)

    def result(self, verdict: Verdict, message: str = "") -> CheckResult:
        """Return a result, with sentence and rung in the language of whoever reads it."""
        sentence, rung = in_wanted_language(self.texts)
        return CheckResult(
            self.exercise, self.name, sentence, rung, self.hidden, self.points, verdict, message
        )

    @cached_property
    def random(self) -> bool:
        """Whether its inputs are random: it takes a generator `rng`."""
        return "rng" in inspect.signature(self.function).parameters

    def draw(self, code: bytes) -> int:
        """Return the number of the random inputs that a submission gets, by the digest of its code.

        It is the same on every regrade. Only who has the check's source can foresee it.
        """
        return self._digest(code)[0] % DRAWS if self.random else 0

    def arguments(self, student: object, draw: int) -> dict[str, object]:
        """Return the arguments of its function."""
        if not self.random:
            return {"student": student}
        seed = np.frombuffer(self._digest(b"%d" % draw), np.uint8).astype(np.uint32)
        return {"student": student, "rng": np.random.default_rng(seed)}

    def _digest(self, content: bytes) -> bytes:
        return hashlib.sha256(self.source_digest + self.name.encode() + content).digest()


@dataclass(frozen=True)
class Assignment:
    """What is graded at once: one exercise, or several."""

    name: str
    folders: tuple[Path, ...]
    """The folders of its exercises. A student's own assignment has none, so nothing is diagnosed there."""
    checks: tuple[Check, ...]
    signatures: Mapping[str, Sequence[str]] = field(default_factory=dict, hash=False)
    """The names of the parameters of its functions."""
    files: Mapping[str, bytes] = field(default_factory=dict, hash=False, repr=False)
    """The files that student code can open, by their paths from the current folder."""

    @property
    def exercises(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(check.exercise for check in self.checks))

    @property
    def requires(self) -> frozenset[str]:
        """The packages that its exercises require."""
        return frozenset().union(*(check.requires for check in self.checks))

    @property
    def limits(self) -> dict[str, float]:
        """The most that any of its checks asks for."""
        names = {name for check in self.checks for name in check.limits}
        return {name: max(check.limits.get(name, 0) for check in self.checks) for name in names}
