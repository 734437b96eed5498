"""All figures of a class, from its reports."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.analysis.attention import attention
from autograder.analysis.distribution import distributions
from autograder.analysis.heat_map import heat_map, rung_columns, rung_shares
from autograder.analysis.items import cronbach_alpha, item_figures
from autograder.analysis.scores import Scores, scores
from autograder.exercises.assignment import Assignment
from autograder.figures import ClassFigures, MistakeFigures, RungFigures
from autograder.results import Report


def class_figures(reports: Sequence[Report], assignment: Assignment) -> ClassFigures:
    """Return the figures of a class; there is at least one report."""
    class_scores = scores(reports, assignment)
    return ClassFigures(
        len(reports),
        int(class_scores.ran.sum()),
        distributions(class_scores),
        rung_figures(class_scores),
        mistake_figures(reports),
        item_figures(class_scores),
        cronbach_alpha(class_scores),
        heat_map(class_scores),
        attention(reports, class_scores),
    )


def rung_figures(scores: Scores) -> tuple[RungFigures, ...]:
    """Return how the class does on each rung, in the order of the ladder."""
    shares = rung_shares(scores)
    return tuple(
        RungFigures(
            exercise,
            rung,
            float(scores.possible[columns].sum()),
            len(columns),
            float(shares[:, column].mean()),
            tuple((shares[:, column] < 1 - 1e-9).nonzero()[0].tolist()),
        )
        for column, ((exercise, rung), columns) in enumerate(rung_columns(scores).items())
    )


def mistake_figures(reports: Sequence[Report]) -> tuple[MistakeFigures, ...]:
    """Return the known mistakes that the class makes: the most common first, then the most costly."""
    who: dict[tuple[str, str, str], dict[int, float]] = {}
    for index, report in enumerate(reports):
        for result in report.lacking:
            if result.mistake:
                lost = who.setdefault((result.exercise, result.mistake, result.misconception), {})
                lost[index] = lost.get(index, 0) + result.max_points - result.points
    found = [MistakeFigures(*mistake, tuple(lost), sum(lost.values())) for mistake, lost in who.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.who), -one.points_lost, one.exercise, one.mistake)))
