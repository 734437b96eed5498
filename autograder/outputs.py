"""The files of a graded class: `final_grades.csv`, `results/<submission>.json`, `report/index.html`. Pure functions, and one writer."""

from __future__ import annotations

import base64
import csv
import functools
import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from autograder import __version__
from autograder.errors import UsageError
from autograder.exercise import Assignment, Check
from autograder.explain import first_line
from autograder.language import LAYOUT
from autograder.pictures import as_svg, as_text
from autograder.records import WRONG, CheckResult, Counterexample, Report, Verdict
from autograder.submission import clean_text
from autograder.words import render, student_message

FORMULA_STARTS = ("=", "+", "-", "@")
MAX_ON_ONE_PAGE = 200  # submissions; of more, each has a page of its own


def possible_points(assignment: Assignment) -> list[float]:
    """Return the points that there are, by exercise and in all."""
    groups = [[check for check in assignment.checks if check.exercise == exercise] for exercise in assignment.exercises]
    return [sum(check.points for check in group) for group in (*groups, assignment.checks)]


def earned_points(report: Report, assignment: Assignment) -> list[float | None]:
    """Return a submission's points, by exercise and in all; None where a check is broken."""
    return [*(report.earned.get(exercise, 0) for exercise in assignment.exercises), None if report.broken else report.points]


def grading_status(report: Report) -> str:
    """Return otter's "Completed", or in one line why this row needs a look."""
    if report.broken:
        return "Broken check: this grade is not final"
    return clean_text(first_line(report.problem), keep=LAYOUT) if report.problem else "Completed"


def final_grades(reports: Iterable[Report], assignment: Assignment) -> str:
    """Return the class as CSV, with the columns and the first row of otter's own file; percent_correct is a ratio there."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["file", *assignment.exercises, "total_points_earned", "percent_correct", "grading_status"])
    table.writerow(["points-per-question", *possible_points(assignment), 1, "--"])
    for report in reports:
        ratio = None if report.broken else round(report.points / report.max_points, 4)
        table.writerow([safe_cell(clean_text(report.file)), *earned_points(report, assignment), ratio, safe_cell(grading_status(report))])
    return text.getvalue()


def safe_cell(text: str) -> str:
    """Keep a spreadsheet from reading clean text as a formula."""
    return f"'{text}" if text.lstrip(LAYOUT).startswith(FORMULA_STARTS) else text


def shown_at(report: Report, hidden: bool) -> dict[CheckResult, Counterexample]:
    """Return the counterexamples by the check that each is shown at: the first visible one that its function failed.

    With `hidden`, one whose function failed hidden checks only is shown at the first of them.
    """
    shown = dict[CheckResult, Counterexample]()
    for example in report.counterexamples:
        failed = [one for one in report.lacking if one.function == example.function and one.verdict in WRONG and (hidden or not one.hidden)]
        shown |= dict.fromkeys(sorted(failed, key=lambda one: one.hidden)[:1], example)
    return shown


def results_text(report: Report, publish: bool = False, hidden: str = "after_published") -> str:
    """Return Gradescope's results.json, a line for each check; `hidden` says when hidden ones are shown, always in our own words only.

    With `publish`, students also read the counterexamples that only hidden checks have led to.
    """
    score = {} if report.broken else {"score": report.points}
    about = {"assignment": report.assignment, "isolation": report.isolation, "version": __version__}
    head = {**score, "output": clean_text(report.problem, 1_000), "stdout_visibility": "hidden", "extra_data": about}
    shown = shown_at(report, publish)
    rows = ",\n".join(_row(result, shown.get(result), hidden) for result in report.results)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "tests": [\n{rows}\n]}}\n'


def student_text(result: CheckResult, example: Counterexample | None) -> str:
    """Return what the student reads of a result, with the counterexample that is shown at it."""
    return "\n\n".join([student_message(result), *([as_text(example)] if example else [])])


@functools.lru_cache(1024)  # most rows of a class are alike
def _row(result: CheckResult, example: Counterexample | None, hidden: str) -> str:
    score = {} if result.verdict is Verdict.BROKEN else {"score": result.points}
    row = {
        **score,
        "name": f"{result.exercise} · {result.rung}: {result.sentence}",
        "max_score": result.max_points,
        "status": "passed" if result.verdict is Verdict.PASSED else "failed",
        "output": student_text(result, example),
        "visibility": hidden if result.hidden else "visible",
        "tags": [result.exercise, result.rung],
        "extra_data": {"check": result.check, "verdict": result.verdict.value, **({"mistake": result.mistake} if result.mistake else {})},
    }
    return json.dumps(row, ensure_ascii=False)


def report_page(reports: Sequence[Report], assignment: Assignment, whole: bool = True) -> str:
    """Return the class report for the instructor as one HTML page; the template escapes whatever a student wrote.

    Where it shall not be `whole`, each submission is a line, and its page is elsewhere.
    """
    lacks = Counter((one.exercise, one.check) for report in reports for one in report.lacking)
    rungs = [
        (exercise, rung, checks, 1 - sum(lacks[exercise, check.name] for check in checks) / (len(checks) * len(reports)))
        for exercise, rung, checks in ladder(assignment)
    ]
    return _page(assignment, reports, whole, rungs=rungs, misconceptions=misconceptions(reports))


def misconceptions(reports: Iterable[Report]) -> list[tuple[str, str, str, int]]:
    """Return the known mistakes that explain failed checks, each with its sentence and how many submissions have it, most common first."""
    found = ({(one.exercise, one.mistake, one.misconception) for one in report.lacking if one.mistake} for report in reports)
    return [(*mistake, many) for mistake, many in Counter(one for mistakes in found for one in sorted(mistakes)).most_common()]


def submission_page(report: Report, assignment: Assignment) -> str:
    """Return the page of one submission of a large class."""
    return _page(assignment, [report], True, rungs=[], misconceptions=[])


def _page(assignment: Assignment, reports: Sequence[Report], whole: bool, **values: Any) -> str:
    isolation = next((report.isolation for report in reports if report.isolation), "")
    return render(
        "report.html", assignment=assignment, reports=reports, whole=whole, isolation=isolation, **values,
        earned_points=earned_points, status=grading_status, version=__version__, page_of=_safe,
        rows=_page_rows,
    )  # fmt: skip


def _page_rows(report: Report) -> str:
    shown = shown_at(report, hidden=True)
    return "\n".join(_page_row(result, shown.get(result)) for result in report.results)


@functools.lru_cache(1024)
def _page_row(result: CheckResult, example: Counterexample | None) -> str:
    return render("result.html", result=result, example=example, passed=Verdict.PASSED, as_text=as_text, picture=_picture)


def _picture(example: Counterexample) -> str:
    """Return the picture as an image's address: in an image nothing is ever run."""
    return f"data:image/svg+xml;base64,{base64.b64encode(as_svg(example).encode(errors='replace')).decode()}"


def ladder(assignment: Assignment) -> list[tuple[str, str, list[Check]]]:
    """Return the checks by exercise and rung, in the order they are written."""
    rungs: dict[tuple[str, str], list[Check]] = {}
    for check in assignment.checks:
        rungs.setdefault((check.exercise, check.rung), []).append(check)
    return [(exercise, rung, checks) for (exercise, rung), checks in rungs.items()]


def write_whole(file: Path, text: str) -> Path:
    """Write a file under its name only when it is complete."""
    part = file.with_name(f".{file.name}.part")
    part.write_text(text, encoding="utf-8", errors="replace")
    return part.replace(file)


class OutputFolder:
    """OUT: made and tried before anything is graded; each file appears whole or not at all.

    With `publish`, students also read the counterexamples that only hidden checks have led to.
    """

    def __init__(self, folder: Path, submissions: int = 0, publish: bool = False) -> None:
        self.folder, self.whole, self.publish = folder, submissions <= MAX_ON_ONE_PAGE, publish
        try:
            for name in ("results", "report", "report/submissions")[: 2 if self.whole else 3]:
                (folder / name).mkdir(parents=True, exist_ok=True)
            self.write(".writable", "").unlink()
        except OSError as error:
            raise UsageError(f"{folder} can't be written: {error.strerror}. Choose another folder with -o") from None

    def write(self, name: str, text: str) -> Path:
        return write_whole(self.folder / name, text)

    def write_submission(self, report: Report, assignment: Assignment) -> None:
        """Write what shows one submission: its results and, if the class is large, its page."""
        results, page = _files_of(report.submission)
        self.write(results, results_text(report, self.publish))
        if not self.whole:
            self.write(page, submission_page(report, assignment))

    def remove_submissions(self, names: Iterable[str]) -> None:
        """Remove what an earlier run has written for each of these."""
        for file in (file for name in names for file in _files_of(name)):
            (self.folder / file).unlink(missing_ok=True)

    def write_class(self, reports: Sequence[Report], assignment: Assignment) -> None:
        """Write what shows the whole class, in the order of the reports."""
        self.write("final_grades.csv", final_grades(reports, assignment))
        self.write("report/index.html", report_page(reports, assignment, self.whole))
        for part in (*self.folder.glob("results/.*.part"), *self.folder.glob("report/submissions/.*.part")):
            part.unlink()  # of a grader that was ended while it wrote


def _files_of(submission: str) -> tuple[str, str]:
    """Return where the results of a submission are, and its page."""
    return f"results/{_safe(submission)}.json", f"report/submissions/{_safe(submission)}.html"


def _safe(name: str) -> str:
    """Return a submission's name as a file name that can't leave its folder, nor be that of another submission."""
    safe = clean_text(name, 120).replace("/", "_").replace("\\", "_").lstrip(".").encode()[:200].decode(errors="ignore")
    hashed = re.search(r"-[0-9a-f]{8}$", name)  # could be the name that another one gets below
    return safe if safe and safe == name and not hashed else f"{safe}-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}"
