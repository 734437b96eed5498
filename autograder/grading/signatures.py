"""What is said of a function whose name or parameters differ from those of the exercise.

The student's code is read as text. It is neither run nor parsed here, since it may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from autograder.errors import MissingName
from autograder.grading.check_run import CheckRun
from autograder.i18n import _
from autograder.results import Verdict
from autograder.session.failures import missing_name_message
from autograder.submissions.submission import Submission
from autograder.text import clean_text

DEFINITION = re.compile(r"^def[ \t]+(\w{1,80})[ \t]*\(", re.MULTILINE)
PARAMETER = re.compile(r"\s*(\w+)")
MAX_DEFINITIONS, MAX_LENGTH = 200, 400
"""How many functions of a submission are looked at, and how many characters of their parameters."""
Signatures = Mapping[str, Sequence[str]]
"""The names of parameters, by function."""


def explain_signatures(runs: Iterable[CheckRun], submission: Submission, expected: Signatures) -> None:
    """Put into failed results what differs from the functions of the exercise.

    A missing function may be there under another name, if one other has just its parameters. A function may
    have its parameters in another order; this is said once.
    """
    failed = [run for run in runs if run.result.verdict is Verdict.FAILED and run.outcome]
    own = definitions(cell.source for cell in submission.cells) if failed and expected else {}
    told = set[str]()
    for run in failed:
        name = run.result.function
        if isinstance(run.outcome, MissingName):
            other = _renamed(run.outcome, own, expected)
            message = missing_name_message(run.outcome.name, other, "") if other else run.result.message
        elif name not in told and _in_another_order(own.get(name, ()), expected.get(name, ())):
            told.add(name)
            text = _("The parameters of {name} are in another order than those of the exercise: {call}")
            remark = text.format(name=name, call=f"{name}({', '.join(expected[name])})")
            message = f"{run.result.message}\n{remark}"
        else:
            continue
        run.result = replace(run.result, message=message)


def definitions(sources: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the parameters of the functions that are defined at the left margin of some sources.

    >>> definitions(["def f(x: tuple[int, int], *, times=(1, 2)):", "def g(): ..."])
    {'f': ('x', 'times'), 'g': ()}
    """
    found = dict[str, tuple[str, ...]]()
    for source in sources:
        for match in DEFINITION.finditer(source):
            if len(found) == MAX_DEFINITIONS:
                return found
            found[match[1]] = _parameters(source[match.end() : match.end() + MAX_LENGTH])
    return found


def _parameters(text: str) -> tuple[str, ...]:
    """Return the names of parameters in a text that begins behind the opening parenthesis."""
    depth, parts = 0, [""]
    for character in text:
        if character == ")" and depth == 0:
            break
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return tuple(match[1] for part in parts if (match := PARAMETER.match(part)))


def _renamed(missing: MissingName, own: Signatures, expected: Signatures) -> str:
    """Return the one function that has just the parameters of a missing one; nothing if it is not sure."""
    wanted = tuple(expected.get(missing.name, ()))
    if missing.similar or len(wanted) < 2:
        return ""
    others = [
        name for name, parameters in own.items() if name not in expected and tuple(parameters) == wanted
    ]
    return clean_text(others[0], 60) if len(others) == 1 else ""


def _in_another_order(own: Sequence[str], expected: Sequence[str]) -> bool:
    return list(own) != list(expected) and sorted(own) == sorted(expected)
