"""A student's own modules are found by the imports of the file, and told as what to hand in."""

from __future__ import annotations

from pathlib import Path

from autograder.students.own_check import own_check
from autograder.students.own_folder import own_submission
from autograder.students.own_modules import files_of, imported_names

DOUBLE = "import numpy as np\ndef double(x, times=1):\n    return 2.0 * times * np.asarray(x)\n"


def test_imports_are_found_by_the_beginning_of_their_lines() -> None:
    """Names are read from the text, which is not parsed: other words do no harm."""
    source = (
        "import a, b as c\nfrom d.e import f  # import g\n    import h\nx = 'import i'\nfrom . import j\n"
    )
    assert {"a", "b", "d", "h"} <= set(imported_names([source]))
    assert not {"c", "e", "g", "i"} & set(imported_names([source]))


def test_what_is_imported_comes_along_and_nothing_else(small_folder: Path) -> None:
    """Modules, packages, and what they import in their turn; neither the checks nor what is not needed."""
    (small_folder / "small.py").write_text(
        "from helper import *\nimport test_visible, numpy\ntable = [1, 2]\n"
    )
    (small_folder / "helper.py").write_text("from tools.arrays import double\n")
    (small_folder / "tools").mkdir()
    (small_folder / "tools" / "arrays.py").write_text(DOUBLE)
    for name in ("unused.py", "numpy_.py"):
        (small_folder / name).write_text("1 / 0")
    submission = own_submission(small_folder)
    files = files_of(submission, small_folder / "small.py")

    assert sorted(submission.modules) == ["helper", "tools.arrays"]
    assert [file.relative_to(small_folder).as_posix() for file in files] == [
        "small.py",
        "helper.py",
        "tools/arrays.py",
    ]


def test_a_check_runs_them_and_says_what_to_hand_in(small_folder: Path) -> None:
    """They are served as at grading; a module that can't be read is not there, and that is said."""
    (small_folder / "small.py").write_text("from helper import double\ntable = [1, 2]\n")
    (small_folder / "helper.py").write_text(DOUBLE)
    own = own_check(small_folder)
    assert not own.report.lacking and [file.name for file in own.files] == ["small.py", "helper.py"]

    (small_folder / "helper.py").write_bytes(b"\xff")
    own = own_check(small_folder)
    assert "helper.double is used here, but helper is not in the submission" in own.report.lacking[0].message
