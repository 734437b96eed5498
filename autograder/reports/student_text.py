"""All that a student may read of a result. Every view for students takes its texts from here.

Of a hidden check students read our own words only: no input, no value, no text of the run.
"""

from __future__ import annotations

from dataclasses import replace

from autograder.i18n import N_, _
from autograder.reports.pictures import as_text
from autograder.results import WRONG, CheckResult, Counterexample, Report, Verdict

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


def student_text(result: CheckResult, example: Counterexample | None, at_once: bool = False) -> str:
    """Return what a student reads of a result, with the counterexample that is shown at it.

    With `at_once`, hidden checks are shown while students can still send submissions.
    """
    return "\n\n".join([student_message(result, at_once), *([as_text(example)] if example else [])])


def student_message(result: CheckResult, at_once: bool = False) -> str:
    """Return what a student reads of a result: nothing if it passed, else what went wrong and any hint.

    With `at_once`, every failure of a hidden check has the same words and names no mistake. Else a submission
    could tell more than one bit about a hidden input by the way in which it fails.
    """
    if result.verdict is Verdict.PASSED:
        return ""
    if at_once and result.hidden and result.verdict is not Verdict.BROKEN:
        return _(HIDDEN_MESSAGES[Verdict.FAILED])
    more = _known_mistake(result) or result.narrowed
    return f"{own_message(result)}\n{more}" if more else own_message(result)


def own_message(result: CheckResult) -> str:
    """Return what went wrong in a check that did not pass, without any hint."""
    has_own_message = not result.hidden and result.verdict is not Verdict.BROKEN
    return result.message if has_own_message else _(HIDDEN_MESSAGES[result.verdict])


def _known_mistake(result: CheckResult) -> str:
    """Return what a student reads of the mistakes that give the same results.

    Directly below a result that names the same ones, their hint is not said again.
    """
    if result.hint:
        text = _("A known mistake gives the same results: {misconception} {hint}")
        if " + " in result.mistake:
            text = _("Two known mistakes together give the same results: {misconception} {hint}")
        return text.format(misconception=result.misconception, hint=result.hint)
    return _("The same known mistake gives these results too.") if result.mistake else ""


def counterexamples_shown(report: Report, hidden: bool) -> dict[CheckResult, Counterexample]:
    """Return the counterexamples by the result that each is shown at.

    This is the first that its function failed, of those whose mistake explains it or that name none. If there
    are none, it stands apart. Visible checks come first. With `hidden`, a counterexample whose function
    failed only hidden checks is shown, too.
    """
    shown = dict[CheckResult, Counterexample]()
    for example in report.counterexamples:
        failed = [
            result
            for result in report.lacking
            if result.function == example.function and result.verdict in WRONG
        ]
        candidates = [result for result in failed if not result.hidden] or (failed if hidden else [])
        fitting = [one for one in candidates if one.mistake in example.mistakes]
        fitting += [one for one in candidates if not one.mistake]
        if fitting:
            shown[fitting[0]] = example
        elif candidates:
            shown[candidates[0]] = replace(example, apart=True)
    return shown
