"""Whom to look at first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from autograder.analysis.scores import Scores
from autograder.figures import Attention, Reason
from autograder.results import Report, Verdict
from autograder.submissions.collect import NOTHING_SENT

NEARLY_ALL, FEW = 0.9, 0.4
"""Shares of the points of an exercise: of visible checks at least, of hidden checks at most."""
BY_VERDICT = {
    Verdict.BROKEN: Reason.BROKEN,
    Verdict.CRASHED: Reason.CRASHED,
    Verdict.TIMED_OUT: Reason.TIMED_OUT,
}
REASONS = tuple(Reason)


def attention(reports: Sequence[Report], scores: Scores) -> tuple[Attention, ...]:
    """Return who to look at, the most urgent first. A submission is there once, with its first reason."""
    only_visible = _only_visible(scores)
    found = [
        min(reasons, key=lambda one: REASONS.index(one.reason))
        for index, report in enumerate(reports)
        if (reasons := [*_reasons(index, report), *only_visible.get(index, ())])
    ]
    return tuple(sorted(found, key=lambda one: REASONS.index(one.reason)))


def _reasons(index: int, report: Report) -> Iterator[Attention]:
    if report.problem and not report.isolation:
        sent = report.problem != NOTHING_SENT
        yield Attention(index, Reason.UNREADABLE if sent else Reason.NOTHING_SENT)
    elif report.problem:
        yield Attention(index, Reason.NOT_LOADED)
    for result in report.lacking:
        if result.verdict in BY_VERDICT:
            yield Attention(index, BY_VERDICT[result.verdict], result.exercise)


def _only_visible(scores: Scores) -> dict[int, list[Attention]]:
    """Return who passes nearly all visible checks of an exercise and few of its hidden ones, by index.

    That is what the results of the visible checks, written down, look like.
    """
    found: dict[int, list[Attention]] = {}
    points = np.nan_to_num(scores.points)
    for exercise in dict.fromkeys(check.exercise for check in scores.checks):
        columns = np.array([check.exercise == exercise for check in scores.checks])
        hidden = np.array([check.hidden for check in scores.checks])
        visible_most, hidden_most = (scores.possible[columns & kind].sum() for kind in (~hidden, hidden))
        if visible_most and hidden_most:
            seen = points[:, columns & ~hidden].sum(axis=1) >= NEARLY_ALL * visible_most
            unseen = points[:, columns & hidden].sum(axis=1) <= FEW * hidden_most
            for index in (seen & unseen).nonzero()[0].tolist():
                found.setdefault(index, []).append(Attention(index, Reason.ONLY_VISIBLE, exercise))
    return found
