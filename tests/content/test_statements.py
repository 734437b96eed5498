"""What statements say of the folder in which students read them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(folder for folder in (ROOT / "assignments").iterdir() if folder.is_dir())
PAGES = ("statement.md", "statement.fa.md")
FILE = re.compile(r"`([\w.]+\.(?:py|ipynb|md|toml|json|txt|csv))`")
AVAILABLE = {"statement.md": "At grading, NumPy, SciPy and", "statement.fa.md": "هنگام نمره‌دهی NumPy و SciPy"}
OTHER_TERMS = re.compile(r"deadline|work is graded|hand in, more|پس از تحویل|مهلت")
"""What was said besides "at grading" for the time at which hidden checks run."""


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_statement_speaks_of_what_its_folder_has(folder: Path, page: str) -> None:
    """Every file that it names lies there; no other folder is named; it says what is there at grading."""
    text = (folder / page).read_text(encoding="utf-8")

    assert [name for name in FILE.findall(text) if not (folder / name).is_file()] == []
    assert [other.name for other in FOLDERS if f"{other.name}/" in text] == []
    assert AVAILABLE[page] in text
    assert not OTHER_TERMS.search(text)


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_to_be_computed_where_its_function_is_not_defined_yet(page: str) -> None:
    """What is worked out by hand can be compared with `conv2d` at the end of the file, and that is said."""
    text = (ROOT / "assignments" / "q1_convolution" / page).read_text(encoding="utf-8")
    (line,) = (line for line in text.splitlines() if "conv2d(bar, laplacian, padding=1)" in line)

    assert {"statement.md": "at the end of the file", "statement.fa.md": "در آخر فایل"}[page] in line
