"""A student's own modules are found by the imports of the file, and told as what to hand in."""

from __future__ import annotations

import json
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


def test_a_module_named_like_one_of_python_s_is_told(small_folder: Path) -> None:
    """Where the student runs the script, Python imports random.py of the folder; grading does not."""
    (small_folder / "small.py").write_text(f"import random\ntable = [1, 2]\n{DOUBLE}")
    (small_folder / "random.py").write_text("1 / 0\n")
    own = own_check(small_folder)

    assert not own.report.lacking
    assert (
        "random.py: Python or grading has a module of this name, which is imported instead" in own.report.note
    )


def test_modules_of_cells_and_of_folders_on_the_path_come_along(small_folder: Path) -> None:
    """As at grading: what a cell writes with %%writefile, and files of folders that are added to sys.path."""
    (small_folder / "small.py").write_text("import sys\nsys.path.append('lib')\nfrom tools import *\n")
    (small_folder / "lib").mkdir()
    (small_folder / "lib" / "tools.py").write_text(f"table = [1, 2]\n{DOUBLE}")
    own = own_check(small_folder)
    assert not own.report.lacking
    assert small_folder / "lib" / "tools.py" in own.files

    sources = [f"%%writefile tools.py\ntable = [1, 2]\n{DOUBLE}", "from tools import *"]
    cells = [{"cell_type": "code", "source": source, "metadata": {}} for source in sources]
    (small_folder / "small.py").unlink()
    (small_folder / "small.ipynb").write_text(json.dumps({"cells": cells}))
    own = own_check(small_folder)
    assert not own.report.lacking and [file.name for file in own.files] == ["small.ipynb"]
