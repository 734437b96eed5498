"""Draw a results.json as Gradescope's documentation describes its pages.

There are two pages: what the student sees before grades are published, and after.

    python docs/gradescope.py
        grades an example, and writes the pages and pictures of instructors.md
    python docs/gradescope.py RESULTS.json FOLDER
        writes the pages of your own results into a folder

Pictures need Chromium.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import jinja2

from autograder.exercises.load import find_assignment
from autograder.exercises.overlays import composed, mistakes
from autograder.grading.grader import Grader
from autograder.reports.results_json import results_text
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import open_sandbox
from autograder.submissions.read import read_submission

HERE, SOLUTIONS = Path(__file__).parent, Path(__file__).parent.parent / "solutions"
EXERCISE, MISTAKE = "q2_pointwise", "transposes_the_weights"
VIEWS = {"before": {"visible"}, "after": {"visible", "after_published", "after_due_date"}}
CHROMIUM_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--virtual-time-budget=2000",
    "--window-size=1240,1000",
)
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{{ title }}</title>
<style>
  body { font: 15px/1.45 "Helvetica Neue", Arial, sans-serif; color: #222; background: #fff; }
  body { margin: 0; display: flex; }
  main { flex: 1; padding: 22px 26px; min-width: 0; }
  aside { width: 300px; background: #f4f6f7; padding: 22px; font-size: 13px; }
  h1 { font-size: 20px; margin: 0 0 14px; }
  h2 { font-size: 12px; letter-spacing: .06em; color: #667; margin: 20px 0 4px; }
  .test { border-left: 5px solid; padding: 7px 13px; margin: 7px 0; background: #f7f7f7; }
  .test b { font-weight: 500; }
  .passed { border-color: #1b7f5c; } .passed b, .good { color: #14684a; }
  .failed { border-color: #c0392b; } .failed b, .bad { color: #a93226; }
  pre { font: 12.5px/1.4 Menlo, "DejaVu Sans Mono", monospace; white-space: pre-wrap; }
  pre { margin: 7px 0 2px; color: #222; }
  .score { font-size: 22px; } .row { margin: 4px 0; }
</style>
<main><h1>Autograder Results</h1>
{% if results.output %}<pre>{{ results.output }}</pre>{% endif %}
{% for test in shown %}<div class="test {{ test.status }}">
<b>{{ test.name }} ({{ test.score }}/{{ test.max_score }})</b>
{% if test.output %}<pre>{{ test.output }}</pre>{% endif %}</div>
{% endfor %}</main>
<aside><h2>STUDENT</h2>Ada Example
<h2>AUTOGRADER SCORE</h2>
<span class="score">{{ results.score if complete else "-" }} / {{ possible }}</span>
{% for status, title in (("failed", "FAILED TESTS"), ("passed", "PASSED TESTS")) %}<h2>{{ title }}</h2>
{% for test in shown if test.status == status %}
<div class="row {{ "good" if status == "passed" else "bad" }}">
{{- test.name }} ({{ test.score }}/{{ test.max_score }})</div>{% endfor %}{% endfor %}
</aside></html>
"""


def page(results: dict[str, object], view: str) -> str:
    """Return the page; as long as a test is hidden, Gradescope shows no total."""
    tests = results["tests"]
    assert isinstance(tests, list)
    shown = [test for test in tests if test["visibility"] in VIEWS[view]]
    template = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined).from_string(PAGE)
    possible = sum(test["max_score"] for test in tests)
    return template.render(
        results=results,
        shown=shown,
        complete=len(shown) == len(tests),
        possible=possible,
        title=f"{view} publishing",
    )


def example() -> dict[str, object]:
    """Grade a submission with a known mistake."""
    assignment, limits = find_assignment(EXERCISE, SOLUTIONS), Limits()
    (folder,) = assignment.folders
    mistake = next(one for one in mistakes(folder) if one.name == MISTAKE)
    submission = read_submission("ada", f"{EXERCISE}.py", composed(folder, mistake).encode(), EXERCISE)
    with open_sandbox(limits) as sandbox:
        results: dict[str, object] = json.loads(
            results_text(Grader(assignment, sandbox.start_worker, limits).grade(submission))
        )
    return results


def draw(html: Path, picture: Path) -> None:
    """Take a picture of a page."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                str(shutil.which("chromium")),
                *CHROMIUM_OPTIONS,
                f"--user-data-dir={profile}",
                f"--screenshot={picture}",
                html.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


def main(*arguments: str) -> None:
    results = json.loads(Path(arguments[0]).read_text(encoding="utf-8")) if arguments else example()
    folder = Path(arguments[1]) if arguments else HERE.parent / "build"
    folder.mkdir(parents=True, exist_ok=True)
    for view in VIEWS:
        html = folder / f"gradescope-{view}.html"
        html.write_text(page(results, view), encoding="utf-8")
        if shutil.which("chromium"):
            draw(html.resolve(), (folder if arguments else HERE) / f"gradescope-{view}.png")


if __name__ == "__main__":
    main(*sys.argv[1:])
