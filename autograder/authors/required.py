"""Whether an exercise declares the packages that its solution uses: what it does not declare is not there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from autograder.exercises.assignment import Assignment
from autograder.exercises.layout import SETTINGS, solution_file
from autograder.grading.check_run import make_plan
from autograder.worker.import_policy import packages
from autograder.worker.packages import NAMES


def undeclared_packages(folder: Path, assignment: Assignment) -> Iterator[str]:
    """Find packages that the solution imports, that can be required, and that are not.

    SciPy is there without that. matplotlib may be imported for pictures that no check looks at.
    """
    file = solution_file(folder)
    nodes = set(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    imported = packages(nodes)
    optional = {"scipy"} if _asks_for_figures(assignment) else {"scipy", "matplotlib"}
    for package in sorted(NAMES.keys() - optional - assignment.requires):
        if imported & NAMES[package]:
            listed = ", ".join(f'"{name}"' for name in sorted({*assignment.requires, package}))
            remedy = f"write requires = [{listed}] into {SETTINGS}.toml"
            yield f"{file.name} imports {package}, which grading has only where it is declared; {remedy}"


def _asks_for_figures(assignment: Assignment) -> bool:
    """Whether a check looks at a figure."""
    plans = (make_plan(check, 0) for check in assignment.checks)
    return any(one.kind == "figure" for plan in plans if plan for one in plan.operations)
