"""What a student may read of a result, in one place."""

from __future__ import annotations

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


def counterexample_places(report: Report, hidden: bool) -> dict[CheckResult, Counterexample]:
    """Return the counterexamples by the check that each is shown at: the first visible one that its function failed.

    With `hidden`, one whose function failed hidden checks only is shown at the first of them.
    """
    shown = dict[CheckResult, Counterexample]()
    for example in report.counterexamples:
        failed = [
            one
            for one in report.lacking
            if one.function == example.function and one.verdict in WRONG and (hidden or not one.hidden)
        ]
        shown |= dict.fromkeys(sorted(failed, key=lambda one: one.hidden)[:1], example)
    return shown


def student_text(result: CheckResult, example: Counterexample | None) -> str:
    """Return what the student reads of a result, with the counterexample that is shown at it."""
    return "\n\n".join([student_message(result), *([as_text(example)] if example else [])])
