"""Searches all outputs of grading for what no submission may put there. Each function returns violations."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from autograder.exercises.overlays import mistakes
from autograder.figures import Distribution, ItemFigures, Warning
from autograder.reports import charts
from autograder.reports.code_view import code_html, code_view
from autograder.reports.student_text import HIDDEN_MESSAGES, MARKS
from autograder.results import Mark, Verdict
from autograder.submissions.submission import Cell

SOLUTION = Path(__file__).parents[2] / "solutions" / "q1_convolution"
LONG_ENOUGH = 12  # characters; `return x` is nobody's secret
MAX_TEXT = 2_000
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


class Secrets:
    """What no output may hold: the canaries, and the secret lines of the solution and hidden checks."""

    def __init__(self, canaries: list[str], exercise: Path, public: str) -> None:
        files = [exercise / "q1_convolution.py", exercise / "test_hidden.py"]
        lines = {
            " ".join(line.split()) for file in files for line in file.read_text(encoding="utf-8").splitlines()
        }
        self.texts = [
            *canaries,
            *sorted(
                line for line in lines if len(line) > LONG_ENOUGH and line not in " ".join(public.split())
            ),
        ]

    def leaks(self, text: str) -> list[str]:
        squeezed = " ".join(text.split())
        return [f"leaks {secret!r}" for secret in self.texts if secret in squeezed]


def probes(text: str) -> list[str]:
    return [
        f"a probe got something: {text[start : start + 90]!r}"
        for start in [text.find("PROBE-SUCCEEDED")]
        if start >= 0
    ]


def strange_characters(text: str) -> list[str]:
    """Find control, formatting and direction characters, and halves of characters."""
    found = sorted(
        {character for character in text if unicodedata.category(character)[0] == "C" and character != "\n"}
    )
    return [f"has the characters {found!r}"] if found else []


def strings(node: Any) -> Iterator[str]:
    """Yield every text of parsed JSON."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for item in [*node.keys(), *node.values()] if isinstance(node, dict) else node:
            yield from strings(item)


def result_violations(
    result: dict[str, Any], like: dict[str, Any], points: float, secrets: Secrets
) -> list[str]:
    """Compare a submission's results with those of harmless code: same rows, right points, no leak."""
    texts = list(strings(result))
    everything = "\n".join(texts)
    found = [*probes(everything), *strange_characters("".join(texts)), *secrets.leaks(everything)]
    if (
        set(result) != set(like)
        or result.get("score") != points
        or sum(row["score"] for row in result["tests"]) != points
    ):
        found.append(f"has {result.get('score')} points instead of {points}")
    public = [
        {key: row[key] for key in ("name", "max_score", "visibility", "tags")} for row in result["tests"]
    ]
    if public != [
        {key: row[key] for key in ("name", "max_score", "visibility", "tags")} for row in like["tests"]
    ]:
        found.append("has other rows than it should")
    ours = hidden_words()
    hidden = [row["output"] for row in result["tests"] if row["visibility"] != "visible"]
    found += [
        f"says of a hidden check: {text!r}"
        for text in hidden
        if text not in ours and text != result["output"]
    ]
    found += [f"has a hidden input in its messages: {text!r}" for text in texts if "HIDDEN-INPUT" in text]
    found += [f"has a text of {len(text)} characters" for text in texts if len(text) > MAX_TEXT]
    return found


@cache
def hidden_words() -> frozenset[str]:
    """Return all texts that a hidden check may show: those of its verdict and of a known mistake."""
    known = [
        f"\nA known mistake gives the same results: {one.sentence} {one.hints['en']}"
        for one in mistakes(SOLUTION)
    ]
    more = ["", "\nThe same known mistake gives these results too.", *known]
    return frozenset(
        words + one
        for verdict, words in HIDDEN_MESSAGES.items()
        if verdict is not Verdict.BROKEN
        for one in more
    )


def otter_violations(
    result: dict[str, Any], like: dict[str, Any], points: float, secrets: Secrets
) -> list[str]:
    """Compare otter's results of a submission with those of harmless code, which fails every check."""
    found = terminal_violations("\n".join(strings(result)), secrets)
    rows, plain = result["tests"], like["tests"]
    if (
        set(result) != set(like)
        or result.get("score") != points
        or [row.get("score") for row in rows] != [None, points]
    ):
        found.append(f"has {result.get('score')} points instead of {points}")
    fixed = ("name", "max_score", "visibility")
    if [[row.get(key) for key in fixed] for row in rows] != [
        [row.get(key) for key in fixed] for row in plain
    ]:
        found.append("has other rows than it should")
        return found
    if points == plain[1]["max_score"]:
        return found
    public, every = (otter_cases(row) for row in rows)
    if every[: len(public)] != public or [sentence for sentence, _ in every] != [
        sentence for sentence, _ in otter_cases(plain[1])
    ]:
        found.append("has a text that is not made of its checks")
    ours = {f"{mark} {text}" for mark in MARKS.values() for text in hidden_words()} | {
        f"{MARKS[Verdict.PASSED]} {Verdict.PASSED.value}"
    }
    found += [
        f"says of a hidden check: {text!r}"
        for _, text in every[len(public) :]
        if re.sub("\n +", "\n", text) not in ours
    ]
    found += [f"has a hidden input in its messages: {text!r}" for _, text in every if "HIDDEN-INPUT" in text]
    return found + [f"has a text of {len(text)} characters" for _, text in every if len(text) > MAX_TEXT]


def otter_cases(row: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the sentences and messages of otter's text on a question; nothing if it holds more."""
    parts = re.split(r"^    (\S.*) result:\n", row["output"], flags=re.MULTILINE)
    cases = list(zip(parts[1::2], parts[2::2], strict=True))
    ours = all(line.startswith(" " * 8) or not line for _, message in cases for line in message.splitlines())
    return (
        [(sentence, message.strip()) for sentence, message in cases]
        if ours and parts[0] == "q1_convolution results:\n"
        else []
    )


def told(result: dict[str, Any]) -> str:
    """Return what the student reads: the problem, then the messages of visible checks."""
    return "\n".join(
        [result["output"], *(row["output"] for row in result["tests"] if row["visibility"] == "visible")]
    ).strip()


def loaded_late(result: dict[str, Any], start: float, seconds: float) -> list[str]:
    """Find text that was made after the visible checks: it may carry a hidden input in its very time."""
    times = [float(time) for time in re.findall(r"LOADED-AT ([\d.]+)", json.dumps(result))]
    return [
        f"shows a text that was made {time - start:.2f} s after its start, in a hidden check"
        for time in times
        if time - start > seconds
    ]


def table_violations(text: str, many: int, secrets: Secrets) -> list[str]:
    """Look through final_grades.csv as a spreadsheet would read it."""
    rows = list(csv.reader(io.StringIO(text)))
    found = [*probes(text), *strange_characters(text), *secrets.leaks(text)]
    if len(rows) != many + 2 or {len(row) for row in rows} != {len(rows[0])}:
        found.append(
            f"has {len(rows)} rows of {sorted({len(row) for row in rows})} cells, "
            f"not {many + 2} of {len(rows[0])}"
        )
    cells = [cell for row in rows if "points-per-question" not in row for cell in row]
    parts = [part for cell in cells for part in re.split("[;\u037e]", cell)]
    return found + [f"has the formula {part!r}" for part in parts if is_formula(part)]


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet may run a cell, also one in full-width characters or after spaces and quotes."""
    return unicodedata.normalize("NFKC", cell).lstrip(' "').startswith(FORMULAS)


class _Elements(HTMLParser):
    """The elements of a page with their attributes, its rows of submissions, its texts but for the code."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.attributes: dict[str, set[str]] = {}
        self.values: list[str] = []
        self.rows = 0
        self.texts: list[str] = []
        self._block = self._line = False
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attributes}
        self.attributes.setdefault(tag, set()).update(names)
        self.values += [value for _, value in attributes if value]
        self.rows += tag == "tr" and "data-s" in names
        self._block |= ("class", "code") in attributes  # what is said at a line stands in it, too
        self._line |= self._block and tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self._block &= tag != "div"
        self._line &= tag != "code"

    def handle_data(self, data: str) -> None:
        if not self._line:
            self.texts.append(data)


@cache
def our_elements() -> dict[str, set[str]]:
    """Return the elements of our templates and charts, with the attributes that each may have."""
    folder = Path(charts.__file__).parent / "templates"
    sources = [re.sub(r"{#.*?#}|{%.*?%}", "", file.read_text("utf-8")) for file in folder.glob("*.html")]
    sources = [re.sub(r"{{.*?}}", "x", source) for source in sources]
    item = ItemFigures("q", "r", "c", "s", False, 1, 40, 0.5, -0.5, 0, 0, 0, Warning.NEGATIVE)
    drawn = charts.histogram(Distribution("", 2, (0, 1, 2), (1, 2), (0, 1, 2), 1), 90, 60)
    (code,) = code_view([Cell("a.py", "x")], [Mark("a.py", 1, "wrong")])
    drawn += charts.item_map([item], "x", "y") + code_html(code)
    return _Elements("\n".join([*sources, drawn])).attributes


def hidden_inputs(page: str) -> list[str]:
    """Find a hidden input that an attack has put into what it says."""
    return ["a hidden input"] if "HIDDEN-INPUT" in "".join(_Elements(page).texts) else []


def page_violations(text: str, rows: int, secrets: Secrets) -> list[str]:
    """Look through a page: it has elements of ours only, and so many rows of submissions.

    The code that it shows is the student's, and is only looked through for elements and characters.
    """
    page, allowed = _Elements(text), our_elements()
    said = "".join([*page.texts, *page.values])
    found = [*probes(said), *strange_characters(html.unescape(text)), *secrets.leaks(said)]
    found += [f"has the element {tag}" for tag in page.attributes if tag not in allowed]
    for tag, names in page.attributes.items():
        found += [f"has {name} at {tag}" for name in sorted(names - allowed.get(tag, names))]
    return found + ([f"has {page.rows} rows instead of {rows}"] if page.rows != rows else [])


def terminal_violations(text: str, secrets: Secrets) -> list[str]:
    return [*probes(text), *strange_characters(text), *secrets.leaks(text)]
