"""Statistics of a class, against SciPy, against numbers worked out by hand, and at their edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from autograder.analysis.attention import attention
from autograder.analysis.class_figures import class_figures
from autograder.analysis.distribution import MOST_BINS, bin_edges
from autograder.analysis.heat_map import MOST_ROWS, alike_together
from autograder.analysis.scores import scores
from autograder.exercises.assignment import Assignment, Check
from autograder.figures import Reason, Warning
from autograder.results import CheckResult, Report, Verdict
from autograder.submissions.collect import NOTHING_SENT

FAILED, PASSED = Verdict.FAILED, Verdict.PASSED


def check(name: str, points: float = 1, exercise: str = "q1", rung: str = "", hidden: bool = False) -> Check:
    return Check(exercise, name, f"{name} holds.", rung or name, points, hidden, print, b"")


def class_of(checks: Sequence[Check], rows: Sequence[Sequence[Verdict]]) -> tuple[Assignment, list[Report]]:
    """Return a class in which each submission has a row of verdicts."""
    assignment = Assignment("homework", (), tuple(checks))
    reports = [
        Report(
            f"s{number:05}",
            f"s{number:05}.py",
            "homework",
            tuple(one.result(verdict) for one, verdict in zip(checks, row, strict=True)),
            isolation="level",
        )
        for number, row in enumerate(rows)
    ]
    return assignment, reports


def random_class(submissions: int, seed: int) -> tuple[Assignment, list[Report]]:
    """Return a class whose checks depend on how able a submission is, and on chance."""
    rng = np.random.default_rng(seed)
    checks = [check(f"c{number}", float(rng.integers(1, 5)), f"q{1 + number % 3}") for number in range(12)]
    able = rng.normal(size=(submissions, 1)) + rng.normal(size=(submissions, 12)) > rng.normal(size=12)
    others = [Verdict.FAILED, Verdict.TIMED_OUT, Verdict.CRASHED, Verdict.NOT_ATTEMPTED]
    wrong = rng.integers(0, 4, size=able.shape)
    rows = [
        [PASSED if good else others[which] for good, which in zip(*pair, strict=True)]
        for pair in zip(able, wrong, strict=True)
    ]
    return class_of(checks, rows)


@pytest.mark.parametrize("seed", range(5))
def test_items_agree_with_numpy(seed: int) -> None:
    """Difficulty, discrimination and shares of a random class are those that NumPy computes."""
    assignment, reports = random_class(80, seed)
    points = np.array([[one.points for one in report.results] for report in reports])
    for column, item in enumerate(class_figures(reports, assignment).items):
        own, rest = points[:, column], np.delete(points, column, axis=1).sum(axis=1)
        verdicts = [report.results[column].verdict for report in reports]

        assert item.difficulty == pytest.approx(own.mean() / assignment.checks[column].points)
        assert item.discrimination == pytest.approx(np.corrcoef(own, rest)[0, 1], abs=1e-12)
        assert item.timed_out == verdicts.count(Verdict.TIMED_OUT) / 80
        assert item.crashed == verdicts.count(Verdict.CRASHED) / 80
        assert item.not_attempted == verdicts.count(Verdict.NOT_ATTEMPTED) / 80


@pytest.mark.parametrize("seed", range(5))
def test_alpha_agrees_with_the_covariances(seed: int) -> None:
    """Cronbach's alpha is k² times the mean covariance of two checks, over the variance of the total."""
    assignment, reports = random_class(60, seed)
    covariances = np.cov(np.array([[one.points for one in report.results] for report in reports]).T)
    between = covariances[~np.eye(12, dtype=bool)].mean()

    assert class_figures(reports, assignment).alpha == pytest.approx(12**2 * between / covariances.sum())


def test_alpha_of_a_textbook_example() -> None:
    """Two checks that always agree have an alpha of 1; two that agree half of the time have 0."""
    agree = class_of([check("a"), check("b")], [[PASSED] * 2, [FAILED] * 2, [PASSED] * 2])
    half = [[PASSED, PASSED], [PASSED, FAILED], [FAILED, PASSED], [FAILED, FAILED]]

    assert class_figures(agree[1], agree[0]).alpha == pytest.approx(1)
    assignment, reports = class_of([check("a"), check("b")], half)
    assert class_figures(reports, assignment).alpha == pytest.approx(0)


def test_what_does_not_vary_has_no_correlation() -> None:
    """A check that all pass, and a class of one submission, have neither a discrimination nor an alpha."""
    assignment, reports = class_of([check("a"), check("b")], [[PASSED, PASSED], [PASSED, FAILED]])
    figures = class_figures(reports, assignment)

    assert [item.discrimination for item in figures.items] == [None, None]
    assert class_figures(reports[:1], assignment).alpha is None
    assert class_figures(reports, assignment).items[0].difficulty == 1


def test_a_check_without_points_has_no_difficulty() -> None:
    """The share of no points is not defined."""
    assignment, reports = class_of([check("a", 0), check("b")], [[PASSED, PASSED], [FAILED, FAILED]])

    assert class_figures(reports, assignment).items[0].difficulty is None


def test_a_doubtful_check_is_warned_of_if_there_are_enough_submissions() -> None:
    """Too easy, too hard, or passed by those who fail the rest; of nine submissions nothing is said."""
    checks = [check(name) for name in ("easy", "hard", "backwards", "b", "c")]
    strong, weak = [PASSED, FAILED, FAILED, PASSED, PASSED], [PASSED, FAILED, PASSED, FAILED, FAILED]
    assignment, reports = class_of(checks, [strong, weak] * 20)
    warnings = [item.warning for item in class_figures(reports, assignment).items]

    assert warnings == [Warning.EASY, Warning.HARD, Warning.NEGATIVE, None, None]
    assert {item.warning for item in class_figures(reports[:9], assignment).items} == {None}
    assert Warning.NEGATIVE not in {item.warning for item in class_figures(reports[:29], assignment).items}


def test_broken_checks_and_code_that_never_ran_are_left_out_of_items() -> None:
    """A broken check is nobody's failure; a file that could not be read says nothing about a check."""
    checks = [check("a"), check("b")]
    rows = [[PASSED, PASSED], [FAILED, FAILED], [Verdict.BROKEN, PASSED], [FAILED, FAILED]]
    assignment, reports = class_of(checks, rows)
    reports[3] = replace(reports[3], problem="no UTF-8", isolation="")
    figures = class_figures(reports, assignment)

    assert figures.ran == 3 and [item.submissions for item in figures.items] == [2, 3]
    assert [item.difficulty for item in figures.items] == [0.5, pytest.approx(2 / 3)]
    assert sum(figures.distributions[0].counts) == 3


@pytest.mark.parametrize("seed", range(3))
def test_quartiles_and_bins_are_numpy_s(seed: int) -> None:
    """Every submission is in one bin, and the quartiles are those of linear interpolation."""
    assignment, reports = random_class(101, seed)
    totals = [report.points for report in reports]
    total, *exercises = class_figures(reports, assignment).distributions

    assert total.quartiles == tuple(np.percentile(totals, [25, 50, 75])) and sum(total.counts) == 101
    assert total.mean == pytest.approx(np.mean(totals))
    for start, end, count in zip(total.edges, total.edges[1:], total.counts, strict=False):
        last = end == total.edges[-1]
        assert count == sum(start <= points < end or (last and points == end) for points in totals)
    assert [one.exercise for one in exercises] == ["q1", "q2", "q3"]


@pytest.mark.parametrize("possible", [0, 0.5, 1, 3, 7, 10, 15, 20, 25, 40, 99.5, 100, 101, 1000])
def test_bins_are_few_and_round(possible: float) -> None:
    """At most 20 bins reach from 0 to all points, or just past them."""
    edges = bin_edges(possible)
    width = edges[1]

    assert (edges[0] == 0 and possible <= edges[-1] < possible + width + 1e-9) or possible == 0
    assert len(edges) - 1 <= MOST_BINS and f"{width:g}".strip("0.") in ("1", "2", "25", "5")


def test_rungs_say_who_lacks_points() -> None:
    """The share of a rung is the mean share of its points; who has not all of them is listed."""
    checks = [check("a", 3, rung="easy"), check("b", 1, rung="easy"), check("c", 2, rung="hard")]
    rows = [[PASSED] * 3, [PASSED, FAILED, FAILED], [Verdict.NOT_ATTEMPTED] * 3]
    assignment, reports = class_of(checks, rows)
    easy, hard = class_figures(reports, assignment).rungs

    assert easy.share == pytest.approx((1 + 3 / 4 + 0) / 3) and easy.lacking == (1, 2)
    assert hard.share == pytest.approx(1 / 3) and hard.lacking == (1, 2) and hard.points == 2


def test_mistakes_come_with_who_makes_them() -> None:
    """The most common is first, then the most costly. A submission counts once, its points are added up."""
    checks = [check("a", 2), check("b", 3), check("c", 1)]
    assignment, reports = class_of(checks, [[FAILED] * 3] * 3)

    def with_mistakes(report: Report, *names: str) -> Report:
        results: list[CheckResult] = [
            replace(one, mistake=name, misconception=name.title())
            for one, name in zip(report.results, names, strict=True)
        ]
        return replace(report, results=tuple(results))

    class_ = [
        with_mistakes(reports[0], "flipped", "flipped", ""),
        with_mistakes(reports[1], "", "", "cheap"),
        with_mistakes(reports[2], "flipped", "costly", ""),
    ]
    found = [(one.mistake, one.who, one.points_lost) for one in class_figures(class_, assignment).mistakes]

    assert found == [("flipped", (0, 2), 7), ("costly", (2,), 3), ("cheap", (1,), 1)]


def test_those_who_fail_alike_stand_together() -> None:
    """Groups with the same failures, and a little noise, are not torn apart, whatever their names."""
    rng = np.random.default_rng(0)
    kinds = np.array([[1, 1, 1, 1, 1, 1], [1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1], [0, 1, 0, 1, 0, 1.0]])
    which = rng.permutation(np.repeat(np.arange(4), 25))
    noisy = kinds[which] + rng.uniform(-0.1, 0.1, size=(100, 6))
    ordered = which[alike_together(noisy)]

    assert np.count_nonzero(np.diff(ordered)) == 3
    assert alike_together(noisy) == alike_together(noisy) and ordered[0] == 0


def test_an_order_has_every_row_once() -> None:
    """Whatever the rows are: all alike, all different, one, or more than a block."""
    rng = np.random.default_rng(1)
    for rows in (np.ones((7, 3)), rng.random((50, 3)), np.zeros((1, 2)), rng.random((2500, 2))):
        assert sorted(alike_together(rows)) == list(range(len(rows)))


def test_the_heat_map_of_a_large_class_is_small() -> None:
    """Equal submissions share a row from 61 on, and neighbours do where there are still too many rows."""
    checks = [check(f"c{number}") for number in range(12)]
    alike = class_of(checks, [[PASSED] * 12, [FAILED] * 12] * 50)
    assignment, different = random_class(3000, 0)
    rows = class_figures(different, assignment).heat_map

    assert [len(row.who) for row in class_figures(alike[1], alike[0]).heat_map] == [50, 50]
    assert len(rows) == MOST_ROWS and sorted(place for row in rows for place in row.who) == list(range(3000))


def test_a_rung_that_nobody_tried_is_not_a_failure() -> None:
    """The heat map tells not attempted from no points."""
    assignment, reports = class_of([check("a"), check("b")], [[Verdict.NOT_ATTEMPTED, FAILED]])
    (row,) = class_figures(reports, assignment).heat_map

    assert row.shares == (0, 0) and row.attempted == (False, True)


def test_whom_to_look_at_first() -> None:
    """Our own faults come first, then what could not be run, then what looks written down."""
    checks = [check("a", 9), check("b", 9, hidden=True)]
    rows = [
        [PASSED, PASSED],
        [PASSED, FAILED],
        [Verdict.TIMED_OUT, PASSED],
        [Verdict.CRASHED, Verdict.TIMED_OUT],
        [FAILED, FAILED],
        [FAILED, FAILED],
        [FAILED, FAILED],
        [Verdict.BROKEN, PASSED],
    ]
    assignment, reports = class_of(checks, rows)
    reports[4] = replace(reports[4], problem="no UTF-8", isolation="")
    reports[5] = replace(reports[5], problem=NOTHING_SENT, isolation="")
    reports[6] = replace(reports[6], problem="the code stops at line 1")
    found = [(one.index, one.reason) for one in attention(reports, scores(reports, assignment))]

    assert found == [
        (7, Reason.BROKEN),
        (4, Reason.UNREADABLE),
        (6, Reason.NOT_LOADED),
        (3, Reason.CRASHED),
        (2, Reason.TIMED_OUT),
        (1, Reason.ONLY_VISIBLE),
        (5, Reason.NOTHING_SENT),
    ]
