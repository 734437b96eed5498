"""The framework knows no course: no word of convolution or of its exercises is in it."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
ALLOWED = {"worker/stand_ins.py"}
"""Files that may have such a word: the table of packages that students import, Keras among them."""
WORDS = re.compile(r"conv2d|keras|maxpool|laplacian|q[0-9]_", re.IGNORECASE)


def test_no_word_of_the_course_is_in_the_package() -> None:
    """No file of the package has such a word."""
    package = ROOT / "autograder"
    found = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        if WORDS.search(file.read_text(encoding="utf-8"))
    }

    assert found == ALLOWED
