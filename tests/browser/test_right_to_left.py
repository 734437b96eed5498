"""Persian statements in a real browser: code in them is read from left to right, as its author wrote it.

Where the letters stand is measured, since a page that looks right in its source may not look right at all.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from autograder.bidi import FSI, LRI, PDI

pytestmark = pytest.mark.e2e
ASSIGNMENTS = Path(__file__).parents[2] / "assignments"
STATEMENTS = sorted(ASSIGNMENTS.glob("*/statement.fa.md"))
LETTERS = """
selector => [...document.querySelectorAll(selector)].map(element => {
    const letters = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (let at = 0; at < node.length; at++) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getBoundingClientRect();
            if (box.width) letters.push([node.data[at], box.left, box.top]);
        }
    return [element.textContent, letters];
})
"""
"""In the browser: each element's text, and its letters with where they stand."""
Measured = Callable[[str, str], list[tuple[str, list[tuple[str, float, float]]]]]


@pytest.fixture
def measured(browser: Any) -> Any:
    """Return what shows some Markdown and measures the letters of the elements that a selector names."""
    page = browser.new_page(viewport={"width": 900, "height": 1200})

    def measure(markdown: str, selector: str) -> Any:
        page.set_content(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))
        return page.evaluate(LETTERS, selector)

    yield measure
    page.close()


def in_order(letters: list[tuple[str, float, float]]) -> bool:
    """Return whether letters stand from left to right in each line, and lines from top to bottom."""
    return letters == sorted(letters, key=lambda letter: (round(letter[2]), letter[1]))


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda file: file.parent.name)
def test_code_is_read_from_left_to_right(statement: Path, measured: Measured) -> None:
    """Every code span and every block, matrices included, shows its letters in the order of the source."""
    found = measured(statement.read_text("utf-8"), "code")

    assert len(found) >= 20
    assert [text for text, letters in found if not in_order(letters)] == []


def test_without_isolation_code_would_be_torn_apart(measured: Measured) -> None:
    """The measuring sees it: the same page without the invisible characters shows many spans backwards."""
    text = (ASSIGNMENTS / "homework" / "statement.fa.md").read_text("utf-8")
    for character in (LRI, FSI, PDI):
        text = text.replace(character, "")
    torn = [text for text, letters in measured(text, "code") if not in_order(letters)]

    assert len(torn) > 20 and "(4, 2)" in torn


@pytest.mark.parametrize("notebook", sorted(ASSIGNMENTS.glob("*/*.fa.ipynb")), ids=lambda file: file.name)
def test_code_in_persian_notebooks_is_read_from_left_to_right(notebook: Path, measured: Measured) -> None:
    """What holds for the statement holds for the notebook's cells of text."""
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    text = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")

    assert [text for text, letters in measured(text, "code") if not in_order(letters)] == []
