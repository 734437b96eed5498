"""The class page, for its instructor: what to look at, whom to invite, what to say, which check is bad.

It shows the figures of `analysis`. The template escapes whatever it fills in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from urllib.parse import urlencode

from autograder.figures import Attention, HeatRow, ItemFigures, Reason
from autograder.i18n import LAYOUT, N_, _, ngettext
from autograder.reports.charts import histogram, item_map
from autograder.reports.class_view import IN_THE_LECTURE, ClassView
from autograder.reports.final_grades import COMPLETED, earned_points, grading_status, possible_points
from autograder.reports.page import page
from autograder.reports.pictures import as_html
from autograder.results import Report, Verdict
from autograder.text import clean_text

ENOUGH_FOR_A_CHART = 3  # submissions
MOST_NAMES = 12
"""So many names are listed at a time; the table has the rest."""
KINDS = {
    "all": N_("All"),
    "full": N_("Full marks"),
    "part": N_("Not full marks"),
    "zero": N_("No points"),
    "look": N_("To look at"),
}
REASONS = {
    Reason.BROKEN: N_("A check is broken: this grade is not final"),
    Reason.UNREADABLE: N_("The file cannot be read"),
    Reason.NOT_LOADED: N_("The code stops while it loads"),
    Reason.CRASHED: N_("The code ended its process"),
    Reason.TIMED_OUT: N_("The code did not come back in time"),
    Reason.ONLY_VISIBLE: N_("Passes the visible checks, and few of the hidden ones"),
    Reason.NOTHING_SENT: N_("Nothing was sent"),
}


@dataclass(frozen=True)
class Row:
    """A row of the table of submissions. Numbers in a row are indices in the lists to choose from."""

    name: str
    link: str
    people: str
    section: str
    points: list[float | None]
    status: str
    kinds: str
    lacking: str
    mistakes: str
    wrong_rungs: str
    mails: str


def class_page(view: ClassView) -> str:
    """Return the page of a class for its instructor."""
    figures, assignment = view.figures, view.assignment
    sections = sorted({one.section for people in view.people.values() for one in people if one.section})
    charts = len(view.reports) >= ENOUGH_FOR_A_CHART
    sizes = [(640, 150), *[(300, 90)] * len(assignment.exercises)]
    return page(
        "class.html",
        _("{assignment} · the class").format(assignment=assignment.name),
        script="class.js",
        view=view,
        figures=figures,
        totals=possible_points(assignment),
        histograms=[
            (one, histogram(one, *size) if charts else "")
            for one, size in zip(figures.distributions, sizes, strict=False)
        ],
        item_map=item_map(figures.items, _("difficulty"), _("discrimination")) if charts else "",
        rows=_rows(view, sections),
        sections=sections if view.names else [],
        kinds={kind: _(words) for kind, words in KINDS.items()},
        reasons={reason: _(words) for reason, words in REASONS.items()},
        urgent=[one for one in figures.attention if one.reason is not Reason.NOTHING_SENT],
        silent=[one.index for one in figures.attention if one.reason is Reason.NOTHING_SENT],
        lecture=figures.mistakes[:IN_THE_LECTURE],
        doubtful=sorted((one for one in figures.items if one.warning), key=_seriousness),
        weakest=_weakest(figures.items),
        full_marks=sum(report.points == report.max_points for report in view.reports),
        isolation=next((report.isolation for report in view.reports if report.isolation), ""),
        costs=_cost_words(view),
        slowest=slowest(view),
        filtered=filtered,
        heat_class=heat_class,
        most_names=MOST_NAMES,
        as_html=as_html,
    )


def _cost_words(view: ClassView) -> tuple[str, str]:
    """Return sentences on time and on memory; nothing where they are not known."""
    seconds = [cost.seconds for cost in view.costs if cost.seconds]
    memory = [cost.memory / 2**20 for cost in view.costs if cost.memory]
    time_words = _("{total} seconds of CPU; a submission took {median} at the median and {most} at the most")
    memory_words = _("{median} MiB at the median and {most} MiB at the most, with Python and NumPy")
    return (
        time_words.format(
            total=f"{sum(seconds):.1f}", median=f"{median(seconds):.2f}", most=f"{max(seconds):.2f}"
        )
        if seconds
        else "",
        memory_words.format(median=f"{median(memory):.0f}", most=f"{max(memory):.0f}") if memory else "",
    )


def slowest(view: ClassView, count: int = 3) -> list[tuple[str, str, str]]:
    """Return the name, the link and the seconds of the submissions that took longest."""
    order = sorted(range(len(view.costs)), key=lambda place: -view.costs[place].seconds)[:count]
    return [
        (view.name(place), view.link(place), f"{view.costs[place].seconds:.1f}")
        for place in order
        if view.costs[place].seconds
    ]


def filtered(**chosen: str) -> str:
    """Return the link to the table with only some submissions, as `class.js` reads it."""
    return f"#{urlencode(chosen)}"


def _seriousness(item: ItemFigures) -> tuple[int, float]:
    warnings = list(type(item.warning)) if item.warning else []
    return warnings.index(item.warning) if item.warning else 0, item.discrimination or 0


def _weakest(items: Sequence[ItemFigures], count: int = 3) -> list[ItemFigures]:
    """Return the checks that tell least about the rest."""
    known = [item for item in items if item.discrimination is not None]
    return sorted(known, key=lambda item: item.discrimination or 0)[:count]


def heat_class(row: HeatRow, place: int) -> str:
    """Return the class of a cell of the heat map: one of six tones, or `untried`."""
    share = row.shares[place]
    if not row.attempted[place]:
        return "untried"
    return "h5" if share > 1 - 1e-9 else "h0" if share <= 0 else f"h{1 + min(3, int(4 * share))}"


def _rows(view: ClassView, sections: Sequence[str]) -> list[Row]:
    lacking: dict[int, list[str]] = {}
    for rung_place, rung in enumerate(view.figures.rungs):
        for place in rung.lacking:
            lacking.setdefault(place, []).append(str(rung_place))
    mistakes: dict[int, list[str]] = {}
    for mistake_place, mistake in enumerate(view.figures.mistakes):
        for place in mistake.who:
            mistakes.setdefault(place, []).append(str(mistake_place))
    attention = {one.index: one for one in view.figures.attention}
    return [
        _row(view, place, lacking.get(place, []), mistakes.get(place, []), attention.get(place), sections)
        for place in range(len(view.reports))
    ]


def _row(
    view: ClassView,
    place: int,
    lacking: list[str],
    mistakes: list[str],
    attention: Attention | None,
    sections: Sequence[str],
) -> Row:
    report = view.reports[place]
    people = view.people.get(report.submission, ()) if view.names else ()
    names = clean_text(", ".join(one.name for one in people if one.name), keep=LAYOUT)
    section = next((one.section for one in people if one.section), "")
    status = grading_status(report)
    if attention and (status == COMPLETED or not view.names):  # a problem may name the file
        status = _(REASONS[attention.reason])
    return Row(
        view.name(place),
        view.link(place),
        names if names != view.name(place) else "",
        section,
        earned_points(report, view.assignment),
        status if status != COMPLETED else "",
        _kinds(report, attention),
        " ".join(lacking),
        " ".join(mistakes),
        _wrong_rungs(view, report),
        " ".join(one.email for one in people if one.email and " " not in one.email),
    )


def _kinds(report: Report, attention: Attention | None) -> str:
    """Return the kinds of a submission, as indices in KINDS."""
    full = report.points == report.max_points
    kinds = ["full" if full else "part", *(["zero"] if not report.points else [])]
    kinds += ["look"] if attention else []
    return " ".join(str(list(KINDS).index(kind)) for kind in kinds)


def _wrong_rungs(view: ClassView, report: Report) -> str:
    """Return the rungs with wrong results, and how many rungs were not attempted; nothing for a problem."""
    if report.problem:
        return ""
    several = len(view.exercises) > 1
    wrong = [one for one in report.lacking if one.verdict is not Verdict.NOT_ATTEMPTED and one.max_points]
    names = [f"{view.exercises[one.exercise]} {one.rung}" if several else one.rung for one in wrong]
    empty = {(one.exercise, one.rung) for one in report.lacking if one.verdict is Verdict.NOT_ATTEMPTED}
    empty -= {(one.exercise, one.rung) for one in wrong}
    text = ngettext("{count} rung not attempted", "{count} rungs not attempted", len(empty))
    return ", ".join([*dict.fromkeys(names), *([text.format(count=len(empty))] if empty else [])])
