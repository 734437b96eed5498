"""The commands for instructors: grade a class, write its files again, compare two runs, test the sandbox."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from autograder.classes.diff import compare
from autograder.classes.feedback import FOR, rewrite_feedback
from autograder.classes.run import RunOptions, run_class
from autograder.classes.views import rewrite_views
from autograder.cli.options import (
    PATH,
    SECONDS,
    console,
    language_option,
    limits_options,
    needs,
    solutions_option,
)
from autograder.exercises.handed_out import read_handed_out
from autograder.exercises.layout import ASSIGNMENTS
from autograder.exercises.load import find_assignment
from autograder.reports.feedback_page import STAGES
from autograder.reports.folder import FEEDBACK
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import LAYERS, examine
from autograder.submissions.collect import find_class
from autograder.text import clean_text, count


def feedback_option(default: str | None) -> Callable[[Any], Any]:
    """Return the option for what students may read by now."""
    return click.option(
        "--feedback",
        type=click.Choice(STAGES),
        default=default,
        show_default=True,
        help="Write a page for each student, with the visible checks, or as when grades are published.",
    )


@click.command("grade")
@click.argument("assignment")
@click.argument("paths", type=PATH, nargs=-1, required=True)
@click.option(
    "-o", "--out", type=PATH, required=True, help="The folder for the results. It may be a new one."
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1),
    default=os.cpu_count() or 1,
    show_default="one per core",
    help="Number of graders that work side by side.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    default="",
    help="Grade on a Dask cluster: local:4, tls://host:port, or a scheduler file. See docs/cluster.md.",
)
@click.option(
    "--level",
    type=click.Choice(["A", "B"]),
    default="B",
    show_default=True,
    help="With --cluster: the least isolation that each machine must prove. `autograder doctor` shows it.",
)
@limits_options
@click.option(
    "--roster",
    type=PATH,
    help="A CSV file of the class with columns such as name, id, email. Who sent nothing gets a row.",
)
@click.option(
    "--run-seconds",
    type=SECONDS,
    help="Wall time for the whole class. Submissions that are not graded by then are listed.",
)
@click.option(
    "--publish-counterexamples",
    is_flag=True,
    help="Show students also the counterexamples that only hidden checks have led to.",
)
@feedback_option(None)
@click.option("--live", is_flag=True, help="Rewrite OUT/report/live.html during the run, without names.")
@click.option("--live-names", is_flag=True, help="As --live, with the names of submissions.")
@click.option(
    "--replace",
    is_flag=True,
    help="Write into OUT even if it holds another assignment or another class, whose results are lost.",
)
@click.option("--fresh", is_flag=True, help="Ignore the results in OUT/grades.db and grade everything again.")
@click.option(
    "--unsafe",
    is_flag=True,
    help="Grade without isolation: student code has all your rights. Every result says so.",
)
@language_option
@solutions_option
@needs("jinja2", "vl_convert")
def grade_command(
    assignment: str,
    paths: tuple[Path, ...],
    out: Path,
    jobs: int,
    cluster: str,
    level: str,
    limits: Limits,
    roster: Path | None,
    run_seconds: float | None,
    publish_counterexamples: bool,
    feedback: str | None,
    live: bool,
    live_names: bool,
    fresh: bool,
    replace: bool,
    unsafe: bool,
    solutions: Path,
) -> None:
    """Grade submissions of ASSIGNMENT into the folder OUT.

    PATHS are scripts, notebooks, archives (.zip, .tar, .tar.gz), folders of these, and downloads just as they
    came: from Gradescope, Canvas, Moodle, Blackboard, Brightspace, ILIAS, or clones of GitHub Classroom. In a
    folder, each folder, archive or file is one student's. Of several submissions of a student the latest one
    counts.

    The points are in OUT/final_grades.csv, what a student may read is in OUT/results/<submission>.json, and
    OUT/report/index.html shows the class. If a download or the roster says who is who, OUT has a file for
    each gradebook that can import the points, such as OUT/gradebook-canvas.csv.

    OUT/grades.db keeps every result. So the same command continues a run that was stopped, and grades only
    what is new or has changed.

    \b
    Examples:
        autograder grade homework submissions.zip -o graded --roster roster.csv
        autograder grade homework alice.py bob.ipynb class/ -o graded -j 4
        autograder grade homework submissions.zip -o graded --cluster tls://head:8786
    """
    loaded = find_assignment(assignment, solutions)  # an unknown name is reported before a missing file
    options = RunOptions(
        loaded,
        solutions,
        out,
        limits,
        jobs,
        publish_counterexamples,
        fresh,
        replace,
        unsafe,
        run_seconds,
        feedback,
        live or live_names,
        live_names,
        cluster,
        level,
    )
    handed_out = read_handed_out(assignment, solutions.parent / ASSIGNMENTS / assignment)
    submissions, notes = find_class(paths, assignment, roster, handed_out)
    sys.exit(0 if run_class(options, submissions, notes, console()) else 1)


@click.command("report")
@click.argument("out", type=PATH)
@needs("jinja2", "vl_convert")
def report_command(out: Path) -> None:
    """Write the files of a run again from the results in OUT/grades.db. Nothing is graded.

    This also works for a run that was stopped.

    \b
    Example:
        autograder report graded
    """
    rewrite_views(out, console())


@click.command("feedback")
@click.argument("out", type=PATH)
@feedback_option("visible")
@click.option(
    "--for",
    "platform",
    type=click.Choice(list(FOR)),
    help="Also pack the pages into a zip that this platform takes, OUT/feedback-<platform>.zip.",
)
@needs("jinja2")
def feedback_command(out: Path, feedback: str, platform: str | None) -> None:
    """Write a page for each student of a run into OUT/feedback, from the results in OUT/grades.db.

    A page has what that student may read, beside the code, in the language of the run. Nothing is graded.

    On Moodle, upload the zip under "Upload multiple feedback files in a zip"; on Canvas, under
    "Re-upload submissions" in the gradebook's menu of the assignment.

    \b
    Examples:
        autograder feedback graded
        autograder feedback graded --feedback published --for moodle
    """
    pages, packed = rewrite_feedback(out, feedback, FOR[platform] if platform else None)
    lines = [f"{count(pages, 'page')} in {out}/{FEEDBACK}/"]
    if packed:
        lines.append(f"{count(packed.people, 'page')} in {packed.file}")
    if packed and packed.left_out:
        names = ", ".join(map(clean_text, packed.left_out))
        lines.append(f"Not in it, since their numbers there are not known: {names}")
    for line in lines:
        console().print(line, soft_wrap=True)


@click.command("diff")
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@click.option("--csv", "csv_file", type=PATH, help="Write all differences to this file, too.")
def diff_command(old: Path, new: Path, csv_file: Path | None) -> None:
    """Show whose score differs between two runs.

    For each difference: by how much, in which check, and why. OLD and NEW are folders that `grade` has
    written. The exit status is 0 if nothing differs, else 1.

    \b
    Example:
        autograder diff graded-before graded --csv changes.csv
    """
    sys.exit(1 if compare(old, new, console(), csv_file) else 0)


@click.command("doctor")
def doctor_command() -> None:
    """Show what isolates student code on this machine, and prove it.

    A worker tries forbidden things, and must fail at each of them.

    \b
    Example:
        autograder doctor
    """
    with Zygote() as zygote:
        worker = zygote.worker(Limits())
        for layer, meaning in LAYERS.items():
            click.echo(f"{'✓' if layer in worker.layers else '–'} {layer:<10} {meaning}")
        click.echo()
        refusals = examine(worker)
        for name, refusal in refusals.items():
            click.echo(f"{'✓' if refusal else '✗'} a worker can't {name}: {refusal or 'IT CAN'}")
        click.echo(f"\nisolation: {worker.isolation}")
        worker.end()
    sys.exit(0 if all(refusals.values()) else 1)
