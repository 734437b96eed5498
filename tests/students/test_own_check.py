"""What a student's own check keeps of a run besides its report."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.results import Verdict
from autograder.students.own_check import own_check

PRINTING = """
print("at the top")
table = [1, 2]
def double(x, times=1):
    print("doubling", x)
    while {loops}: pass
    return 3 * x
"""


@pytest.mark.e2e
@pytest.mark.parametrize("loops", [False, True], ids=["in one message", "one by one"])
def test_what_is_printed_belongs_to_its_check(small_folder: Path, loops: bool) -> None:
    """Also where a check does not come back; what the file prints at its top is kept apart, and once."""
    (small_folder / "small.py").write_text(PRINTING.format(loops=loops))
    own = own_check(small_folder)

    texts = [own.evidence[result].printed for result in own.report.lacking]
    assert own.printed == "at the top\n"
    assert texts and all(text.startswith("doubling [1.") and text.count("doubling") == 1 for text in texts)
    wrong = Verdict.TIMED_OUT if loops else Verdict.FAILED
    assert {result.verdict for result in own.report.lacking} == {wrong}
