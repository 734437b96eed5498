"""The checks of marks that come with the exercise."""

from datetime import datetime

from autograder.checks import assert_equal, code, points

CSV = "name,mark,day\\nAnn,12.5,2026-01-10\\nBob,,2026-01-10\\nCid,9,2026-01-11\\n"


@points(2, rung="reading")
def test_rows_without_a_mark_are_left_out(student):
    """read_marks reads names and marks, and leaves out the rows without a mark."""
    table = student.read_marks(code(f"io.StringIO('{CSV}')"))
    assert_equal(table["name"], ["Ann", "Cid"])
    assert_equal(table["mark"], [12.5, 9])


@points(1, rung="dates")
def test_days_are_dates(student):
    """The days that read_marks returns are dates."""
    table = student.read_marks(code(f"io.StringIO('{CSV}')"))
    assert_equal(table["day"], [datetime(2026, 1, 10), datetime(2026, 1, 11)])
