"""The words that people read: verdicts, and what a student may know of a result."""

from __future__ import annotations

import functools
import json
from typing import Any

from autograder.language import N_, _
from autograder.records import CheckResult, Verdict
from autograder.submission import clean_text

MARKS = {
    Verdict.PASSED: "✓",
    Verdict.FAILED: "✗",
    Verdict.NOT_ATTEMPTED: "·",
    Verdict.TIMED_OUT: "⧖",
    Verdict.CRASHED: "✗",
    Verdict.BROKEN: "!",
}
HIDDEN_MESSAGES = {
    Verdict.PASSED: "",
    Verdict.FAILED: N_("Your code does not do this yet for the inputs of this check."),
    Verdict.NOT_ATTEMPTED: N_("This part is not written yet."),
    Verdict.TIMED_OUT: N_("Your code did not come back in time."),
    Verdict.CRASHED: N_("Your code ended the process that it ran in."),
    Verdict.BROKEN: N_("This check itself is broken; that is not your fault. Tell your instructor."),
}


def student_message(result: CheckResult) -> str:
    """Return what the student reads of a result: of a hidden check only our own words, no input, value or text of the run."""
    if result.verdict is Verdict.PASSED:
        return ""
    known = "\n" + _("The same known mistake gives these results too.") if result.mistake else ""
    if result.hint:
        text = _("A known mistake gives the same results: {misconception} {hint}")
        known = "\n" + text.format(misconception=result.misconception, hint=result.hint)
    own_words = result.hidden or result.verdict is Verdict.BROKEN
    return (_(HIDDEN_MESSAGES[result.verdict]) if own_words else result.message) + known


def number(value: float) -> str:
    """Write points as people do: 12, 7.5."""
    return f"{value:g}"


def count(many: int, noun: str) -> str:
    """Write a number of things: `1 check`, `2 checks`."""
    return f"{many} {noun}" + ("" if many == 1 else "s")


def render(template: str, **values: Any) -> str:
    """Fill in a file of `templates/`. In a page of HTML whatever is filled in is escaped."""
    return str(_template(template).render(values))


@functools.cache
def _template(name: str) -> Any:
    import jinja2  # students don't have it

    loader, autoescape = jinja2.PackageLoader("autograder"), jinja2.select_autoescape(["html"])
    environment = jinja2.Environment(loader=loader, autoescape=autoescape, undefined=jinja2.StrictUndefined, trim_blocks=True)
    environment.filters |= {"g": number, "clean": clean_text, "quoted": lambda text: json.dumps(text, ensure_ascii=False)}
    return environment.get_template(name)
