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
def test_of_a_wrong_shape_the_input_and_both_arrays_are_drawn(small_folder: Path) -> None:
    """What came and what is expected stand side by side. Of a result too large to be kept, the input does."""
    code = "import numpy as np\ntable = [1, 2]\ndef double(x, times=1): return np.zeros({shape})\n"
    titles = {}
    for shape in ((1, 3), (100, 100)):
        (small_folder / "small.py").write_text(code.format(shape=shape))
        own = own_check(small_folder)
        evidence = own.evidence[own.report.lacking[0]]
        titles[shape] = [grid.title for grid in evidence.grids]
        assert evidence.place.startswith("test_visible.py, line ")

    assert titles == {(1, 3): ["input", "expected", "got"], (100, 100): []}


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
