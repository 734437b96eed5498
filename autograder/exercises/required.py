"""The packages that exercises require, and whether this machine has them."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.errors import MissingPackage
from autograder.exercises.assignment import Assignment
from autograder.i18n import _
from autograder.worker.packages import missing_packages


def installed_for(assignment: Assignment) -> frozenset[str]:
    """Return the packages that an assignment requires. Raises MissingPackage if this machine lacks one."""
    lacking = missing_packages(assignment.requires)
    exercises = {check.exercise for check in assignment.checks if check.requires.intersection(lacking)}
    return installed(assignment.requires, ", ".join(sorted(exercises)))


def installed(packages: Iterable[str], exercise: str) -> frozenset[str]:
    """Return the packages that an exercise requires. Raises MissingPackage if this machine lacks one."""
    wanted = frozenset(packages)
    missing = sorted(missing_packages(wanted))
    if missing:
        text = _("{exercise} needs {packages}, not installed on this machine: pip install {names}")
        words = {"packages": ", ".join(missing), "names": " ".join(missing)}
        raise MissingPackage(text.format(exercise=exercise, **words))
    return wanted
