"""The checks of marks that only the grader has."""

from datetime import datetime

from autograder.checks import assert_frame, code, points

CSV = "name,mark,day\\nEve,10,2026-02-28\\nDan,9.5,2026-03-01\\n"


@points(1, rung="passing")
def test_ten_is_enough(student):
    """A mark of 10 is enough to pass."""
    assert_frame(
        student.read_marks(code(f"io.StringIO('{CSV}')")),
        {
            "name": ["Eve", "Dan"],
            "mark": [10, 9.5],
            "day": [datetime(2026, 2, 28), datetime(2026, 3, 1)],
            "passed": [True, False],
        },
    )
