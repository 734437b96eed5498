"""A counterexample as text and as tables of HTML."""

from __future__ import annotations

import html.parser
from dataclasses import replace

from autograder.exercises.inputs import grid
from autograder.reports.pictures import as_html, as_text
from autograder.results import Counterexample, Steps, Verdict

ROW = (
    grid("x, padded", [[0, 0, 0, 0], [0, 1, 2, 0], [0, 0, 0, 0]], windows=[(0, 1, 2, 2)], frame=1),
    grid("kernel", [[1, -2], [3, 0]], tone="amber", sign="×"),
)
PRODUCTS = grid("products", [[0.0, 0.0], [3.0, 0.0]], tone="grey", sign="=")
OUTPUT = (
    grid("expected", [[1, 3]], tone="green", windows=[(0, 1, 1, 1)]),
    grid("got", [[1, 10.5]], tone="red", windows=[(0, 1, 1, 1)]),
)
EXAMPLE = Counterexample(
    "conv2d",
    Verdict.FAILED,
    ("conv2d(x, kernel, padding=1)",),
    "conv2d(…)[0, 1] is 10.5, expected 3",
    Steps(((*ROW, PRODUCTS),), ("1·3 = 3",)),
    OUTPUT,
)
TEXT = """\
The smallest input found on which conv2d is wrong:
    conv2d(x, kernel, padding=1)

    x, padded      kernel     products    expected    got
     0 [0  0] 0  ×   1  -2  =  0  0        1 [3]          1 [10.5]
     0 [1  2] 0      3   0     3  0
     0  0  0  0

    1·3 = 3

conv2d(…)[0, 1] is 10.5, expected 3"""
CLEANED = "<script>alert(1)</script>]]>&\"'"
HOSTILE = f"\x1b\u202e\ud800{CLEANED}"


class Page(html.parser.HTMLParser):
    """The elements of a piece of HTML, each with its classes, and the texts in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, set[str]]] = []
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.attributes |= {name for name, _ in attributes}
        self.elements.append((tag, set((dict(attributes).get("class") or "").split())))

    def handle_data(self, data: str) -> None:
        self.texts += [data.strip()] if data.strip() else []

    def cells(self) -> list[set[str]]:
        """Return the classes of each cell."""
        return [classes for tag, classes in self.elements if tag == "td"]


def test_the_text_is_what_a_student_reads() -> None:
    """It has the call, the grids with windows in brackets, the arithmetic, and what is wrong."""
    assert as_text(EXAMPLE) == TEXT


def test_rows_that_do_not_fit_stand_below_each_other() -> None:
    """The comparison has lines of its own if there is no room beside the grids."""
    row = grid("x", [[1000 * column for column in range(1, 9)]])
    wide = replace(EXAMPLE, steps=Steps(((row,),)))
    lines = as_text(wide).splitlines()

    assert max(map(len, lines)) <= 80
    assert [line.split() for line in lines if "expected" in line or line.endswith("x")] == [
        ["x"],
        ["expected", "got"],
        EXAMPLE.message.split(),
    ]


def test_an_earlier_call_is_said_to_matter() -> None:
    """Both calls are shown, and the headline says that the earlier one matters."""
    lines = as_text(replace(EXAMPLE, calls=("f(1)", "f(2)"))).splitlines()

    assert lines[:3] == [
        "conv2d is right when asked first, and wrong after another call:",
        "    f(1)",
        "    f(2)",
    ]


def test_long_texts_are_wrapped() -> None:
    """Neither a long call nor a long message makes the text wide."""
    long = replace(EXAMPLE, calls=(f"f({', '.join(['[1, 2]'] * 40)})",), message="word " * 60)

    assert max(map(len, as_text(long).splitlines())) <= 80


def test_the_page_shows_what_the_text_shows() -> None:
    """Every title, cell, sign and line of arithmetic of the text is in the tables, in the same order."""
    page = Page(as_html(EXAMPLE))
    numbers = ["0", "0", "0", "0", "0", "1", "2", "0", "0", "0", "0", "0"]

    assert page.texts == [
        *TEXT.splitlines()[:1],
        *EXAMPLE.calls,
        *("x, padded", *numbers, "×", "kernel", "1", "-2", "3", "0"),
        *("=", "products", "0", "0", "3", "0", "expected", "1", "3", "got", "1", "10.5"),
        "1·3 = 3",
        EXAMPLE.message,
    ]


def test_the_page_outlines_each_window_and_dashes_the_padding() -> None:
    """A window is outlined on its four sides by the cells at its edges; the outermost cells are padding."""
    cells = Page(as_html(EXAMPLE)).cells()
    rows = [cells[at : at + 4] for at in range(0, 12, 4)]

    assert [["padding" in cell for cell in row] for row in rows] == [
        [True] * 4,
        [True, False, False, True],
        [True] * 4,
    ]
    assert [[cell - {"padding"} for cell in row] for row in rows] == [
        [set(), {"top", "left"}, {"top", "right"}, set()],
        [set(), {"bottom", "left"}, {"bottom", "right"}, set()],
        [set()] * 4,
    ]
    assert cells.count({"top", "bottom", "left", "right"}) == 2  # in what is expected, and in what it got


def test_the_page_holds_text_as_text() -> None:
    """No text of a call, message, title or cell adds an element, or a character that a page obeys."""
    steps = Steps(((grid(HOSTILE, [[HOSTILE]]),),), (HOSTILE,))
    hostile = replace(EXAMPLE, message=HOSTILE, calls=(HOSTILE,), steps=steps, comparison=())
    text = as_html(hostile)
    page = Page(text)

    tags = {tag for tag, _ in page.elements}
    assert tags == {"div", "b", "code", "table", "caption", "tr", "td"}
    assert page.attributes == {"class", "dir"}
    assert page.texts.count(CLEANED) == 4
    assert not any(character in text for character in "\x1b\u202e\ud800")


def test_numbers_of_a_student_s_are_short_and_clean() -> None:
    """A cell is one bounded text without control characters, whatever the array holds."""
    cells = grid("got", [[10**60, float("nan"), 1 / 3, "\x1b[31m" * 9]]).cells[0]

    assert cells[1:3] == ("nan", "0.3333333")
    assert all(len(cell) <= 12 and cell.isprintable() for cell in cells)


def test_nothing_to_draw_is_no_trouble() -> None:
    """A counterexample without grids and arithmetic is a headline, a call and a message."""
    bare = replace(EXAMPLE, steps=Steps(((),)), comparison=(grid("got", []),))

    assert as_text(bare).splitlines()[0] == TEXT.splitlines()[0]
    assert "got" in Page(as_html(bare)).texts
