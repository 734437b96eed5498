"""Checks, and the assignments that they make."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

from autograder.results import CheckResult, Verdict

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
        return CheckResult(
            self.exercise, self.name, self.sentence, self.rung, self.hidden, self.points, verdict, message
        )

    def draw(self, code: bytes) -> int:
        """Return which random inputs a submission gets, by the digest of its code.

        It is the same on every regrade, and can't be told without the check's source.
        """
        return self._digest(code)[0] % DRAWS if self.random else 0

    def arguments(self, student: object, draw: int) -> dict[str, object]:
        """Return what the function asks for."""
        if not self.random:
            return {"student": student}
        return {
            "student": student,
            "rng": np.random.default_rng(
                np.frombuffer(self._digest(b"%d" % draw), np.uint8).astype(np.uint32)
            ),
        }

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
