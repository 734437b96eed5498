"""A counterexample as text and as a picture."""

from __future__ import annotations

import xml.etree.ElementTree
from dataclasses import replace

from autograder.exercises.inputs import grid
from autograder.reports.pictures import as_svg, as_text
from autograder.results import Counterexample, Steps, Verdict

ROW = (
    grid("x, padded", [[0, 0, 0, 0], [0, 1, 2, 0], [0, 0, 0, 0]], windows=[(0, 1, 2, 2)], frame=1),
    grid("kernel", [[1, -2], [3, 0]], "kernel"),
)
PRODUCTS = grid("products", [[0.0, 0.0], [3.0, 0.0]], "products")
OUTPUT = (
    grid("expected", [[1, 3]], "expected", [(0, 1, 1, 1)]),
    grid("got", [[1, 10.5]], "got", [(0, 1, 1, 1)]),
)
STEPS = Steps(((*ROW, PRODUCTS), OUTPUT), ("1·3 = 3",))
EXAMPLE = Counterexample(
    "conv2d", Verdict.FAILED, ("conv2d(x, kernel, padding=1)",), "conv2d(…)[0, 1] is 10.5, expected 3", STEPS
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
HOSTILE = "<script>alert(1)</script>]]>&\"'"


def texts(picture: str) -> list[str]:
    return [
        node.text or ""
        for node in xml.etree.ElementTree.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")
    ]


def test_the_text_is_what_a_student_reads() -> None:
    """The call, the grids side by side with their windows in brackets, the arithmetic, and what is wrong."""
    assert as_text(EXAMPLE) == TEXT


def test_rows_that_do_not_fit_stand_below_each_other() -> None:
    """What is expected and got moves to lines of its own where there is no room beside the products."""
    wide = replace(EXAMPLE, steps=Steps(((grid("x", [[1000 * column for column in range(1, 9)]]),), OUTPUT)))
    lines = as_text(wide).splitlines()

    assert max(map(len, lines)) <= 80
    assert [line.split() for line in lines if "expected" in line or line.endswith("x")] == [
        ["x"],
        ["expected", "got"],
        EXAMPLE.message.split(),
    ]


def test_an_earlier_call_is_said_to_matter() -> None:
    """Two calls are a program of two lines, and the headline says why."""
    lines = as_text(replace(EXAMPLE, calls=("f(1)", "f(2)"))).splitlines()

    assert lines[:3] == [
        "conv2d is right when asked first, and wrong after another call:",
        "    f(1)",
        "    f(2)",
    ]


def test_long_texts_are_wrapped_in_both() -> None:
    """Neither a long call nor a long message makes the text or the picture wide."""
    long = replace(EXAMPLE, calls=(f"f({', '.join(['[1, 2]'] * 40)})",), message="word " * 60)

    assert max(map(len, as_text(long).splitlines())) <= 80
    assert max(map(len, texts(as_svg(long)))) <= 80


def test_the_picture_shows_what_the_text_shows() -> None:
    """Every cell, title, sign and line of arithmetic is in the picture, which draws each window once and padding dashed."""
    picture = as_svg(EXAMPLE)

    assert {"x, padded", "×", "=", "10.5", "-2", "1·3 = 3", EXAMPLE.message, EXAMPLE.calls[0]} <= set(
        texts(picture)
    )
    assert picture.count('fill="none"') == 3 and picture.count("stroke-dasharray") == 10


def test_a_picture_holds_text_as_text() -> None:
    """Whatever is in a message, a title or a cell, the picture is one well-formed image without scripts."""
    hostile = grid(HOSTILE, [[HOSTILE]])
    picture = as_svg(
        replace(EXAMPLE, message=HOSTILE, calls=(HOSTILE,), steps=Steps(((hostile,),), (HOSTILE,)))
    )

    assert {node.tag.partition("}")[2] for node in xml.etree.ElementTree.fromstring(picture).iter()} == {
        "svg",
        "desc",
        "rect",
        "text",
    }
    assert texts(picture).count(HOSTILE) == 4


def test_numbers_of_a_student_s_are_short_and_clean() -> None:
    """A cell is one bounded text without control characters, whatever the array holds."""
    cells = grid("got", [[10**60, float("nan"), 1 / 3, "\x1b[31m" * 9]]).cells[0]

    assert cells[1:3] == ("nan", "0.3333333")
    assert all(len(cell) <= 12 and cell.isprintable() for cell in cells)


def test_nothing_to_draw_is_no_trouble() -> None:
    """A counterexample without grids and arithmetic is a headline, a call and a message."""
    bare = replace(EXAMPLE, steps=Steps(((), (grid("got", []),))))

    assert as_text(bare).splitlines()[0] == TEXT.splitlines()[0]
    assert "got" in texts(as_svg(bare))
