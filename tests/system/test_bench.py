"""What `make bench` measures and writes, and that nothing got slower unnoticed."""

from __future__ import annotations

import bench_against
import bench_history
import pytest
from conftest import NO_HISTORY

CPU = {"grade": 0.05, "bare": 0.02, "gradescope": 0.5, "nbgrader": 7.0, "otter": 5.0}


def test_a_version_has_one_row_of_history() -> None:
    """Ratios are in units of ours, since seconds differ between machines."""
    row = bench_history.history_row(CPU)
    assert [row[name] for name in bench_history.COLUMNS[3:]] == ["50", "0.4", "10", "140", "100"]
    table = bench_history.history_table([row]).splitlines()
    assert len(table) == 3 and all(line.count("|") == 9 for line in table)
    assert f"| {row['version']} | {row['date']} |" in table[2]


def test_only_what_is_between_marks_is_written() -> None:
    """The rest of the page stays as it is."""
    page = "before\n<a>\nold\n<b>\nafter\n"
    assert bench_history.between(page, ("<a>", "<b>"), "new") == "before\n<a>\nnew\n<b>\nafter\n"


def test_the_page_has_the_history(monkeypatch: pytest.MonkeyPatch) -> None:
    """docs/performance.md shows each row of the history, and the marks between which it is written."""
    page = bench_history.PAGE.read_text(encoding="utf-8")
    rows = bench_history.read_history()
    assert rows and bench_history.history_table(rows) in page
    assert all(mark in page for mark in (*bench_history.TABLE, *bench_history.VERSIONS))


@pytest.mark.e2e
def test_grading_is_not_slower_than_when_it_was_measured() -> None:
    """At most 15 % above the revision that recorded its figures last, in turn, and in doubt again."""
    if bench_against.is_shallow():
        pytest.skip(f"{NO_HISTORY}: there is no revision to compare with")
    revision = bench_against.baseline()
    if not revision:
        pytest.fail(f"no revision has written {bench_against.HISTORY}")
    found = bench_against.against(revision, rounds=5)
    if found > bench_against.SLOWER:
        found = bench_against.against(revision, rounds=15)

    assert found <= bench_against.SLOWER, f"{found:.2f} times the CPU time of {revision}"
