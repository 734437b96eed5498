"""What `autograder check` prints: first what to do next, then one line for each step of the exercise.

A step is a rung with its checks. Everything that a student wrote goes through `Text`, and never through
rich's markup.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from textwrap import wrap

from rich.console import Console
from rich.text import Text

from autograder.i18n import LAYOUT, _, ngettext
from autograder.reports.pictures import columns, padded, side_by_side
from autograder.reports.student_text import MARKS, own_message
from autograder.results import WRONG, CheckResult, Grid, Report, Verdict
from autograder.text import clean_text, first_line, number

STYLES = {Verdict.PASSED: "green", Verdict.NOT_ATTEMPTED: "dim", Verdict.BROKEN: "bold magenta"}
WRONG_STYLE = "red"
FORM_ONLY = "○"
NARROWEST, WIDEST, NAME_WIDTH = 40, 100, 16
ISOLATE, END_OF_ISOLATE, LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u2068", "\u2069", "\u200e", "\u200f"
"""Around a part of a text that may read the other way, and what a line begins with that reads one way."""
MAX_PRINTED = 10
"""So many lines of what a student's code prints are shown."""
NOTEBOOK_HTML = '<pre dir="auto" style="white-space: pre-wrap; line-height: 1.4">{code}</pre>'


@dataclass(frozen=True)
class Evidence:
    """What belongs to a wrong result: its input, what is expected and what came, and where the check is.

    `printed` is what the student's code printed during the check.
    """

    grids: tuple[Grid, ...] = ()
    place: str = ""
    printed: str = ""


@dataclass(frozen=True)
class CheckView:
    """What a student wants to see: `everything` that is wrong, and the `hint` for a known mistake.

    `files` are the names of what has to be handed in together.
    """

    everything: bool = False
    hint: bool = False
    evidence: Mapping[CheckResult, Evidence] = field(default_factory=dict)
    files: Sequence[str] = ()
    printed: str = ""
    """What was printed while the code was loaded."""
    to_see_all: str = "autograder check --all"
    to_see_hint: str = "autograder check --hint"
    """What to type for more; in a notebook, `{exercise}` stands for the exercise."""


@dataclass(frozen=True)
class Step:
    """The checks of one rung."""

    exercise: str
    rung: str
    results: tuple[CheckResult, ...]

    @property
    def wrong(self) -> CheckResult | None:
        """Its first check that did not pass; one that failed comes before one that is not written."""
        lacking = [result for result in self.results if result.verdict is not Verdict.PASSED]
        return min(lacking, key=lambda one: one.verdict is Verdict.NOT_ATTEMPTED, default=None)

    @property
    def form_only(self) -> bool:
        """Whether it is worth nothing here: its checks look at the form, and grading at the values."""
        return not any(result.max_points for result in self.results)

    @property
    def verdict(self) -> Verdict:
        return self.wrong.verdict if self.wrong else Verdict.PASSED


def print_check(
    console: Console, report: Report, only_at_grading: int, view: CheckView = CheckView()
) -> None:
    """Print a student's own check. `only_at_grading` is the number of hidden checks."""
    page = _Page(console)
    steps = steps_of(report)
    page.line(clean_text(report.file), "bold")
    if len(view.files) > 1:
        names = ", ".join(map(clean_text, view.files))
        page.paragraph(_("Hand in together: {files}").format(files=names), 2)
    if report.note:
        page.paragraph(report.note, 2, "dim")
    if report.problem:
        page.paragraph(report.problem, 2, WRONG_STYLE)
    page.printed(_("printed while the file was loaded:"), view.printed, 2)
    shown = [step for step in steps if step.wrong] if view.everything else first_step(steps)
    told = {first_line(report.problem)}
    for step in shown:
        page.blank()
        _print_step(page, step, view, told)
    page.blank()
    _print_overview(page, report, steps)
    page.blank()
    _print_points(page, report, only_at_grading)
    others = sum(1 for step in steps if step.verdict in WRONG) - len(shown)
    if not view.everything and others > 0:
        everything = _("`{command}` shows everything that is wrong.")
        page.paragraph(everything.format(command=view.to_see_all), 0, "dim")


def steps_of(report: Report) -> list[Step]:
    return [
        Step(exercise, rung, tuple(group))
        for (exercise, rung), group in groupby(report.results, key=lambda one: (one.exercise, one.rung))
    ]


def first_step(steps: Sequence[Step]) -> list[Step]:
    """Return what to do next: the first step that is wrong, else the first that is not written."""
    lacking = sorted((step for step in steps if step.wrong), key=lambda step: step.verdict not in WRONG)
    return lacking[:1]


def changes(before: Report, after: Report) -> list[str]:
    """Return a line for each step whose sign has changed since the last check."""
    earlier = {(step.exercise, step.rung): step.verdict for step in steps_of(before)}
    lines = list[str]()
    for step in steps_of(after):
        old = earlier.get((step.exercise, step.rung), step.verdict)
        if MARKS[old] != MARKS[step.verdict]:
            line = _("{step}: was {old}, is {new}")
            lines.append(line.format(step=step.rung, old=MARKS[old], new=MARKS[step.verdict]))
    return lines


class _Page:
    """Lines that fit the terminal, wrapped at words."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width = max(NARROWEST, min(console.width, WIDEST))

    def line(self, text: str, style: str = "") -> None:
        self.console.print(Text(text, style), soft_wrap=True)

    def blank(self) -> None:
        self.console.print()

    def paragraph(self, text: str, indent: int, style: str = "") -> None:
        """Print text; each of its lines keeps its own indent where it is wrapped."""
        for line in text.splitlines():
            own = " " * (indent + len(line) - len(line.lstrip(" ")))
            for part in self._wrapped(line.strip(" "), self.width - len(own)):
                self.line(own + part, style)

    def _wrapped(self, line: str, width: int) -> list[str]:
        parts = wrap(line, max(width, 20), break_on_hyphens=False, break_long_words=False) or [""]
        return _in_one_direction(parts) if ISOLATE in line else parts

    def printed(self, title: str, text: str, indent: int) -> None:
        """Print the first lines that a student's code has printed."""
        lines = text.rstrip().splitlines()
        if not lines:
            return
        self.paragraph(title, indent, "dim")
        for line in lines[:MAX_PRINTED]:
            self.paragraph(" " * (len(line) - len(line.lstrip())) + clean_text(line, 300), indent + 2)
        if len(lines) > MAX_PRINTED:
            self.paragraph("…", indent + 2, "dim")

    def grids(self, grids: Sequence[Grid], indent: int) -> bool:
        """Print grids side by side, in as few rows as fit. Return whether they fit at all."""
        rows = list[list[Grid]]()
        for grid in grids:
            fits = rows and self._columns([*rows[-1], grid]) <= self.width - indent
            rows[-1].append(grid) if fits else rows.append([grid])
        if any(self._columns(row) > self.width - indent for row in rows):
            return False
        for row in rows:
            if row is not rows[0]:
                self.blank()
            left_to_right = LEFT_TO_RIGHT if any(ISOLATE in grid.title for grid in row) else ""
            for text in side_by_side(row):
                self.line(left_to_right + (" " * indent + text).rstrip())
        return True

    def _columns(self, row: list[Grid]) -> int:
        return max(map(columns, side_by_side(row)))


def _in_one_direction(lines: Sequence[str]) -> list[str]:
    """Return the lines of a Persian text so that each reads from right to left.

    Where a line ends inside of an isolate, the next one begins it again.
    """
    depth, found = 0, list[str]()
    for line in lines:
        found.append((RIGHT_TO_LEFT + ISOLATE * depth if found else "") + line)
        depth += line.count(ISOLATE) - line.count(END_OF_ISOLATE)
    return found


def _print_step(page: _Page, step: Step, view: CheckView, told: set[str]) -> None:
    """Print what is wrong in a step: what a right solution does, what this one does, and its input.

    Args:
        told: The causes that stand above already. Each is told once.
    """
    wrong = step.wrong
    assert wrong is not None
    message, style = own_message(wrong), STYLES.get(wrong.verdict, WRONG_STYLE)
    page.paragraph(f"{MARKS[wrong.verdict]} {step.rung}", 0, f"bold {style}")
    cause = cause_of(message)
    if cause in told or any(one and message.rstrip(LAYOUT).endswith(one.rstrip(LAYOUT)) for one in told):
        page.paragraph(_("The cause stands above."), 4, style)
        return
    told.add(cause)
    if wrong.verdict is not Verdict.NOT_ATTEMPTED:
        page.paragraph(wrong.sentence, 4)
    page.paragraph(message, 4, style)
    evidence = view.evidence.get(wrong, Evidence())
    _print_evidence(page, evidence)
    page.printed(_("printed during this check:"), evidence.printed, 4)
    if wrong.hint and view.hint:
        page.blank()
        page.paragraph(f"{wrong.misconception} {wrong.hint}", 4, "cyan")
    elif wrong.hint:
        command = view.to_see_hint.format(exercise=step.exercise)
        page.paragraph(_("There is a hint for this: `{command}`").format(command=command), 4, "cyan")


def _print_evidence(page: _Page, evidence: Evidence) -> None:
    """Print the grids; where there are none, or no room for them, say where the check is."""
    if evidence.grids:
        page.blank()
    drawn = bool(evidence.grids) and page.grids(evidence.grids, 4)
    if evidence.place and not drawn:
        page.paragraph(_("The check is in {place}.").format(place=evidence.place), 4, "dim")


def cause_of(message: str) -> str:
    """Return the part of a message that other checks share: a mistyped name fails them all in one way."""
    between = re.split(r"\{\w+\}", _("{call} raises {error}"))[1]  # in the language of the message
    call, raises, cause = first_line(message).partition(between)
    return f"{raises}{cause}" if raises else call


def _print_overview(page: _Page, report: Report, steps: Sequence[Step]) -> None:
    """Print one line for each step, under the name of its exercise if there are several."""
    for exercise, group in groupby(steps, key=lambda step: step.exercise):
        if exercise != report.assignment:
            page.line(exercise, "bold")
        for step in group:
            page.line(*_step_line(step, max(NAME_WIDTH, *(1 + columns(one.rung) for one in steps))))


def _step_line(step: Step, width: int) -> tuple[str, str]:
    """Return the line of a step, its name filled up to a width, and its style."""
    mark, style = MARKS[step.verdict], STYLES.get(step.verdict, WRONG_STYLE)
    if step.form_only and step.verdict is Verdict.PASSED:
        note = _("the form is right; the values are checked at grading")
        return f"  {FORM_ONLY} {padded(step.rung, width)}   {note}", "dim"
    earned, possible = (
        sum(result.points for result in step.results),
        sum(result.max_points for result in step.results),
    )
    score = _("{earned} of {possible}").format(earned=f"{number(earned):>4}", possible=number(possible))
    return f"  {mark} {padded(step.rung, width)}{score}", style


def _print_points(page: _Page, report: Report, only_at_grading: int) -> None:
    points = _("{earned} of {possible} points so far.")
    points = points.format(earned=number(report.points), possible=number(report.max_points))
    rest = ngettext(
        "{count} more check runs only at grading.",
        "{count} more checks run only at grading.",
        only_at_grading,
    )
    page.paragraph(f"{points} {rest.format(count=only_at_grading)}" if only_at_grading else points, 0, "bold")


@dataclass(frozen=True)
class Shown:
    """What a notebook shows: what would be printed, as text, and coloured as HTML."""

    print_to: Callable[[Console], None]

    def __repr__(self) -> str:
        return self._printed().export_text().rstrip()

    def _repr_html_(self) -> str:
        return self._printed().export_html(inline_styles=True, code_format=NOTEBOOK_HTML)

    def _printed(self) -> Console:
        console = Console(
            file=io.StringIO(), record=True, width=88, highlight=False, soft_wrap=True, force_jupyter=False
        )
        self.print_to(console)
        return console
