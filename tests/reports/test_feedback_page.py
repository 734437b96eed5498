"""The page of a student: everything that the student may read, and nothing else."""

from __future__ import annotations

import html
import html.parser
import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from conftest import SMALL_ANSWER

from autograder.exercises.inputs import grid
from autograder.i18n import set_language
from autograder.reports.code_view import MAX_LINE, MAX_LINES, code_html, code_view, marks_of
from autograder.reports.feedback_page import PUBLISHED, STAGES, VISIBLE, feedback_page
from autograder.reports.results_json import results_text
from autograder.results import Counterexample, Mark, Report, Steps, Verdict
from autograder.submissions.submission import Cell

Graded = Callable[..., Report]
SOURCES = {
    "right": SMALL_ANSWER,
    "wrong": SMALL_ANSWER.replace("2.0 *", "3.0 *"),
    "only hidden": SMALL_ANSWER.replace("2.0 * times", "2.0 * (times - (times == 3))"),
    "raises": "table = [1, 2]\ndef double(x, times=1): raise ValueError('<b>no</b> =1+1')\n",
    "says what it is given": "table = [1, 2]\ndef double(x, times=1): raise ValueError(str((x, times)))\n",
    "does not load": "table = [1\n",
    "nothing": "",
    "loops": "table = [1, 2]\ndef double(x, times=1):\n    while True: pass\n",
    "ends": "import os\ntable = [1, 2]\ndef double(x, times=1): os._exit(1)\n",
}


class Texts(html.parser.HTMLParser):
    """Collects the texts of a page outside of its style, and the code of the student apart."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.code: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.open.append(f"{tag} {dict(attributes).get('class') or ''}")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop().split()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and "style " not in self.open:
            in_code = any(one == "div code" for one in self.open)
            (self.code if in_code else self.said).append(text)


def all_words(report: Report, publish: bool) -> str:
    """Return all texts of a student's results.json, with spaces as on a page."""
    rows = json.loads(results_text(report, publish))
    texts = [rows["output"], *(row[key] for row in rows["tests"] for key in ("name", "output"))]
    return " ".join(" ".join(texts).split())


OUR_WORDS = {
    "small", "Your code", "No code is kept of this submission.",
    "passed", "failed", "timed out", "crashed", "not attempted",
    "✓", "✗", "·", "by hand", "double", "manners", "×",
}  # fmt: skip


def strange_texts(page: str, report: Report, publish: bool) -> list[str]:
    """Return the texts that are neither in the student's results.json nor words of every page."""
    allowed, ours = all_words(report, publish), {*OUR_WORDS, report.submission, report.file}
    numbers = re.compile(
        r"[\d.]+ / [\d.]+|\d+ checks? passed(, \d+ not attempted)?|\d+ not attempted"
        r"|line \d+|(\d+ checks? passed, )?\d+ failed, since the code does not load"
        r"|[\d.]+ of [\d.]+ points( of the checks that you have)?"
    )
    said = Texts(page).said
    return [one for one in said if not (one in ours or numbers.fullmatch(one) or one in allowed)]


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("publish", [False, True])
@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_every_text_is_one_that_the_student_may_read(
    graded: Graded, source: str, publish: bool, stage: str
) -> None:
    """The page is guarded as results.json is: each text is in that file, or one of our words."""
    report = graded(source, call_seconds=0.2)
    page = feedback_page(report, [Cell("alice.py", source)], stage, publish)

    assert strange_texts(page, report, publish) == []
    assert "777" not in page and "4662" not in page and "test_hidden" not in page


def test_a_text_of_a_hidden_check_would_be_found(graded: Graded) -> None:
    """The test above is no formality: it names a message of a hidden check on the page."""
    report = graded(SOURCES["wrong"])
    secret = next(one.message for one in report.results if one.hidden and one.message)
    page = feedback_page(report, [], PUBLISHED).replace("</main>", f"<p>{html.escape(secret)}</p></main>")

    assert strange_texts(page, report, False) == [" ".join(secret.split())]


def test_hidden_checks_are_there_once_grades_are_published(graded: Graded) -> None:
    """Before that there is no sentence of a hidden check, and no total."""
    report = graded(SOURCES["only hidden"])
    before, after = (feedback_page(report, [], stage) for stage in (VISIBLE, PUBLISHED))

    assert "3 of 3 points of the checks that you have" in before and "of 10" not in before
    assert "double gives twice any array." not in before and "7 of 10 points" in after
    assert "double gives twice any array." in after
    assert "Your code does not do this yet for the inputs of this check." in after


def example(report: Report) -> Report:
    steps = Steps(((grid("x", [["5"]]),),), ("2·1 = 2",))
    shown = Counterexample("double", Verdict.FAILED, ("double(41)",), "double(41) is 5", steps)
    return replace(report, counterexamples=(shown,))


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("publish", [False, True])
def test_a_counterexample_of_hidden_checks_is_shown_if_the_instructor_says_so(
    graded: Graded, publish: bool, stage: str
) -> None:
    """It needs that and published grades. That of a visible check is shown in any case."""
    hidden, visible = example(graded(SOURCES["only hidden"])), example(graded(SOURCES["wrong"]))

    assert ("double(41)" in feedback_page(hidden, [], stage, publish)) == (publish and stage == PUBLISHED)
    assert "double(41)" in feedback_page(visible, [], stage, publish)


RAISES_ONCE = "    if times == 3:\n        raise ValueError(x)\n    return"
HIDDEN_RAISES = SMALL_ANSWER.replace("    return", RAISES_ONCE)


def test_lines_are_marked_where_visible_checks_failed(graded: Graded) -> None:
    """A mark says what was raised there. Where a hidden check failed, only the instructor sees the line."""
    code = [Cell("alice.py", SOURCES["raises"])]
    page = feedback_page(graded(SOURCES["raises"]), code, PUBLISHED)
    assert '<span class="line marked" id="L1-2">' in page and '<a href="#L1-2">line 2</a>' in page

    report, code = graded(HIDDEN_RAISES), [Cell("alice.py", HIDDEN_RAISES)]
    assert "marked" not in feedback_page(report, code, PUBLISHED).partition("<body>")[2]
    marks = marks_of(report, with_hidden=True)
    assert [(mark.label, "ValueError" in mark.text) for mark in marks] == [("alice.py", True)]


def test_a_page_is_in_the_student_s_language(graded: Graded) -> None:
    """A Persian page reads from right to left; its code and its numbers do not."""
    set_language("fa")
    page = feedback_page(graded("table = 3"), [Cell("alice.py", "table = 3")], PUBLISHED)

    assert '<html lang="fa" dir="rtl">' in page and '<div class="code" dir="ltr"' in page
    assert "points" not in "".join(Texts(page).said) and "failed" not in "".join(Texts(page).said)


def test_a_page_needs_no_other_file_and_runs_nothing(graded: Graded) -> None:
    """It has no script, and its policy allows none, nor any request."""
    page = feedback_page(graded("table = 3"), [Cell("alice.py", "<script>alert(1)</script>")], VISIBLE)

    assert "default-src 'none'" in html.unescape(page) and "script-src 'none'" in html.unescape(page)
    assert "<script" not in page and "http" not in page.replace("http-equiv", "") and "src=" not in page


def test_code_is_shown_line_by_line_within_bounds() -> None:
    """Numbers are those of the file; what would be obeyed is seen; of a huge file the rest is counted."""
    (view,) = code_view(
        [Cell("a.py", "\n\nx = '<b>&amp;'\n\ty\u202e = '\x1b[2J'\n")], [Mark("a.py", 4, "<i>")]
    )
    assert (view.first, view.lines) == (3, ("x = '<b>&amp;'", "\ty\ufffd = '\ufffd[2J'"))
    shown = code_html(view)
    assert "<code>x = &#x27;&lt;b&gt;&amp;amp;&#x27;</code>" in shown and 'id="L1-3"' in shown
    assert '<span class="line marked" id="L1-4">' in shown and ">&lt;i&gt;</span>" in shown

    views = code_view([Cell("a.py", "x\n" * (MAX_LINES + 7)), Cell("b.py", "y"), Cell("c.py", "z" * 9_999)])
    assert [(len(one.lines), one.left_out) for one in views] == [(MAX_LINES, 7), (0, 1), (0, 1)]
    assert len(code_view([Cell("c.py", "z" * 9_999)])[0].lines[0]) == MAX_LINE
    assert code_html(views[1]) == "" and code_view([Cell("empty", " \n")]) == []
