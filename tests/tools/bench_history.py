"""What `make bench` writes: a table, its history by version, and a picture, for docs/performance.md."""

from __future__ import annotations

import csv
import datetime
import io
import os
from collections.abc import Mapping
from pathlib import Path

import vl_convert
from bench_against import HISTORY, ROOT

from autograder import __version__

PAGE, PICTURE = ROOT / "docs" / "performance.md", ROOT / "docs" / "pictures" / "performance.svg"
TABLE = ("<!-- measured by make bench -->", "<!-- end -->")
VERSIONS = ("<!-- history by make bench -->", "<!-- end of history -->")
COLUMNS = ("version", "date", "cores", "milliseconds", "bare", "gradescope", "nbgrader", "otter")
SHORT = {
    "grade": "autograder grade",
    "bare": "the bare work",
    "gradescope": "gradescope-utils",
    "nbgrader": "nbgrader",
    "otter": "otter run",
}


def record(found: Mapping[str, tuple[float, float]], table: str) -> None:
    """Write the table, a row of the history for this version, and the picture."""
    rows = [row for row in read_history() if row["version"] != __version__]
    rows.append(history_row({name: cpu for name, (_wall, cpu) in found.items()}))
    with (ROOT / HISTORY).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    text = between(PAGE.read_text(encoding="utf-8"), TABLE, table)
    PAGE.write_text(between(text, VERSIONS, history_table(rows)), encoding="utf-8")
    PICTURE.write_text(picture({name: cpu for name, (_wall, cpu) in found.items()}), encoding="utf-8")


def read_history(file: Path = ROOT / HISTORY) -> list[dict[str, str]]:
    """Return the rows of the history, the oldest first."""
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8")))) if file.is_file() else []


def history_row(cpu: Mapping[str, float]) -> dict[str, str]:
    """Return the row of this version: CPU milliseconds of ours, and of the others in units of ours."""
    ours = cpu["grade"]
    others = {name: f"{cpu[name] / ours:.3g}" for name in SHORT if name != "grade"}
    today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    first = {"version": __version__, "date": today, "cores": str(os.cpu_count())}
    return {**first, "milliseconds": f"{1000 * ours:.0f}", **others}


def history_table(rows: list[dict[str, str]]) -> str:
    """Return the history as a table of Markdown."""
    head = [*COLUMNS[:3], "ms CPU of ours", *(SHORT[name] for name in COLUMNS[4:])]
    lines = [head, ["---"] * len(head), *([row[name] for name in COLUMNS] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def between(text: str, marks: tuple[str, str], content: str) -> str:
    """Return a text with other content between two marks."""
    before, _, rest = text.partition(marks[0])
    return f"{before}{marks[0]}\n{content}\n{marks[1]}{rest.partition(marks[1])[2]}"


def picture(cpu: Mapping[str, float]) -> str:
    """Return bars of the CPU time of one submission, on a logarithmic axis."""
    values = [
        {"grader": SHORT[name], "ms": round(1000 * seconds), "label": f"{1000 * seconds:.0f} ms"}
        for name, seconds in cpu.items()
    ]
    y = {"field": "grader", "type": "nominal", "title": None, "sort": list(SHORT.values())}
    x = {"field": "ms", "type": "quantitative", "scale": {"type": "log", "domainMin": 1}}
    axis = {
        "title": "CPU time of one right submission, ms",
        "grid": False,
        "values": [1, 10, 100, 1000, 10000],
    }
    label = {"type": "text", "align": "left", "dx": 4}
    specification = {
        "width": 420,
        "padding": {"left": 20, "right": 20, "top": 5, "bottom": 5},  # other fonts are wider
        "height": {"step": 26},
        "data": {"values": values},
        "encoding": {"y": y, "x": {**x, "axis": axis}},
        "layer": [
            {"mark": {"type": "bar", "color": "#4c78a8"}, "encoding": {"x2": {"datum": 1}}},
            {"mark": label, "encoding": {"text": {"field": "label"}}},
        ],
        "config": {"view": {"stroke": None}},
    }
    return str(vl_convert.vegalite_to_svg(specification)) + "\n"
