"""The `autograder` command."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import click
from rich.console import Console

from autograder import __version__
from autograder.authors.new import new_exercise
from autograder.authors.publish import publish, stale
from autograder.authors.verify import matrix, verify
from autograder.classes.diff import compare
from autograder.classes.run import RunOptions, run_class
from autograder.classes.views import rewrite_views
from autograder.cli.options import PATH, SECONDS, CommandGroup, language_option, solutions_option
from autograder.errors import UsageError
from autograder.exercises.load import assignment_names, exercise_folders, find_assignment
from autograder.grading.grader import Grader
from autograder.i18n import LANGUAGES
from autograder.otter.build import build
from autograder.otter.container import HIDDEN
from autograder.reports.terminal import print_check
from autograder.results import Verdict
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import LAYERS, examine
from autograder.sandbox.unisolated import ChildWorker
from autograder.students.own_folder import only_at_grading, own_assignment, own_file, own_submission
from autograder.submissions.collect import find_class
from autograder.text import count

VISIBILITIES = (HIDDEN, "after_due_date", "hidden", "visible")  # Gradescope's words


@click.group(
    cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__)
def main() -> None:
    """Autograded exercises on convolutional networks.

    Students: `autograder check`. Instructors: `autograder grade homework SUBMISSIONS -o OUT`.
    """


@main.command("list")
@solutions_option
def list_command(solutions: Path) -> None:
    """List the assignments with their checks and points.

    \b
    Example:
        autograder list
    """
    for name in assignment_names(solutions):
        checks = find_assignment(name, solutions).checks
        points, hidden = sum(check.points for check in checks), sum(check.hidden for check in checks)
        click.echo(
            f"{name:<20} {points:>4g} points  {len(checks) - hidden:>3} visible  {hidden:>3} hidden checks"
        )


@main.command()
@click.argument("path", type=PATH, default=".")
@click.option("--watch", is_flag=True, help="Check again whenever the file changes.")
@language_option
def check(path: Path, watch: bool) -> None:
    """Check your own work: the exercise in this folder, or the script or notebook PATH.

    \b
    Examples:
        autograder check
        autograder check q1_convolution.ipynb --watch --lang fa
    """
    before, passed = changed(path), check_once(path)
    while watch:
        while changed(path) in (before, None):
            time.sleep(0.2)
        click.clear()
        before, passed = changed(path), check_once(path)
    sys.exit(0 if passed else 1)


def changed(path: Path) -> int | None:
    """Return when the student's file was changed; None while it is not there, as in the middle of being saved."""
    try:
        return own_file(path).stat().st_mtime_ns
    except (UsageError, OSError):
        return None


def check_once(path: Path) -> bool:
    """Check the student's file and print the result; return whether all passed."""
    folder = own_file(path).parent
    report = Grader(own_assignment(folder), ChildWorker, Limits()).grade(own_submission(path))
    print_check(Console(highlight=False, soft_wrap=True), report, only_at_grading(folder))
    return all(result.verdict is Verdict.PASSED for result in report.results)


@main.command("grade")
@click.argument("assignment")
@click.argument("paths", type=PATH, nargs=-1, required=True)
@click.option(
    "-o", "--out", type=PATH, required=True, help="The folder for the grades; made if it isn't there."
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1),
    default=os.cpu_count() or 1,
    show_default="one a core",
    help="Graders side by side.",
)
@click.option(
    "--call-seconds", type=SECONDS, default=Limits.call_seconds, show_default=True, help="CPU time of a call."
)
@click.option(
    "--check-seconds",
    type=SECONDS,
    default=Limits.check_seconds,
    show_default=True,
    help="CPU time of a check's calls.",
)
@click.option(
    "--submission-seconds",
    type=SECONDS,
    default=Limits.submission_seconds,
    show_default=True,
    help="CPU time of all.",
)
@click.option(
    "--roster",
    type=PATH,
    help="A CSV file of the class, with columns such as name, id, email; who sent nothing gets a row.",
)
@click.option(
    "--run-seconds", type=SECONDS, help="Time on the wall for the class; what isn't graded then is named."
)
@click.option(
    "--memory",
    type=click.IntRange(512),
    default=Limits.memory_bytes >> 20,
    show_default=True,
    help="MiB of one submission.",
)
@click.option(
    "--publish-counterexamples",
    is_flag=True,
    help="Show students those that only hidden checks have led to, too.",
)
@click.option("--fresh", is_flag=True, help="Grade everything anew, whatever OUT/grades.db has kept.")
@click.option(
    "--unsafe", is_flag=True, help="Grade without isolation, with your own rights; every result says so."
)
@language_option
@solutions_option
def grade_command(
    assignment: str, paths: tuple[Path, ...], out: Path, jobs: int,
    call_seconds: float, check_seconds: float, submission_seconds: float, roster: Path | None, run_seconds: float | None, memory: int,
    publish_counterexamples: bool, fresh: bool, unsafe: bool, solutions: Path,
) -> None:  # fmt: skip
    """Grade submissions of ASSIGNMENT: scripts, notebooks, zips, folders of them, and what Gradescope ("Export submissions"), Canvas
    ("Download submissions") and Moodle ("Download all submissions") give, as it was downloaded. The latest of a student counts.

    Writes OUT/final_grades.csv, OUT/results/<submission>.json and OUT/report/index.html; where a platform or the roster tells who is
    who, OUT/gradebook-canvas.csv and OUT/gradebook-moodle.csv, to be imported there. Every result is kept in OUT/grades.db: the same
    command goes on where a run was stopped, and grades only what is new or has changed.

    \b
    Examples:
        autograder grade homework submissions.zip -o graded --roster roster.csv
        autograder grade q1_convolution alice.py bob.ipynb class/ -o graded -j 4
    """
    loaded = find_assignment(assignment, solutions)  # an unknown name is reported before a missing file
    limits = Limits(call_seconds, check_seconds, submission_seconds, memory << 20)
    options = RunOptions(
        loaded, solutions, out, limits, jobs, publish_counterexamples, fresh, unsafe, run_seconds
    )
    submissions, notes = find_class(paths, assignment, roster)
    sys.exit(0 if run_class(options, submissions, notes, Console(highlight=False, markup=False)) else 1)


@main.command()
@click.argument("out", type=PATH)
def report(out: Path) -> None:
    """Write the files of a run again, from what OUT/grades.db has of it: nothing is graded, so it may also have been stopped.

    \b
    Example:
        autograder report graded
    """
    rewrite_views(out, Console(highlight=False, markup=False))


@main.command()
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@click.option("--csv", "table", type=PATH, help="Write the changes to this file, too.")
def diff(old: Path, new: Path, table: Path | None) -> None:
    """Show whose score differs between two runs, by how much, for which check, and why. OLD and NEW are folders that `grade` has written.

    Exit status 0 where nobody's does, else 1.

    \b
    Example:
        autograder diff graded-before graded --csv changes.csv
    """
    sys.exit(1 if compare(old, new, Console(highlight=False, markup=False), table) else 0)


@main.command()
def doctor() -> None:
    """Show what isolates student code on this machine, and prove it: a worker tries forbidden things and must fail at each.

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


@main.command("build")
@click.argument("names", nargs=-1)
@click.option(
    "-o", "--out", type=PATH, default=Path("dist"), show_default=True, help="The folder for the zips."
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language of what students read.",
)
@click.option(
    "--hidden",
    type=click.Choice(VISIBILITIES),
    default="after_published",
    show_default=True,
    help="When students see the results of hidden checks on Gradescope.",
)
@solutions_option
def build_command(names: tuple[str, ...], out: Path, lang: str, hidden: str, solutions: Path) -> None:
    """Build the zips of the assignments NAMES, or of all: OUT/<assignment>.zip, an autograder for Gradescope and otter that holds
    every secret, and OUT/<assignment>-student.zip, what students get. Each autograder is proved before it counts as built.

    \b
    Examples:
        autograder build
        autograder build homework -o dist
    """
    for path in build(
        names or assignment_names(solutions),
        solutions,
        solutions.parent / "assignments",
        out,
        {"lang": lang, "hidden": hidden},
    ):
        click.echo(path)


@main.command("publish")
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing; fail if assignments/ is not what solutions/ gives.",
)
@solutions_option
def publish_command(only_check: bool, solutions: Path) -> None:
    """Turn solutions/ into assignments/, which is exactly what students get. Refuses whatever is not known to be public.

    \b
    Examples:
        autograder publish
        autograder publish --check
    """
    assignments = solutions.parent / "assignments"
    changed = (stale if only_check else publish)(solutions, assignments)
    for path in changed:
        click.echo(f"{'stale' if only_check else 'written'}: {assignments.name}/{path}")
    click.echo(
        f"{assignments.name}/ is {'stale; run `autograder publish`' if only_check and changed else 'up to date'}"
    )
    sys.exit(1 if only_check and changed else 0)


@main.command("verify")
@click.argument("names", metavar="[EXERCISE]...", nargs=-1)
@solutions_option
def verify_command(names: tuple[str, ...], solutions: Path) -> None:
    """Prove exercises before students get them: stub, answer, variants and mistakes must earn what they should, each check must be
    needed, statements must be true. Prints which check catches which mistake.

    \b
    Examples:
        autograder verify
        autograder verify q1_convolution
    """
    found = [
        verify(find_assignment(name, solutions))
        for name in names or [folder.name for folder in exercise_folders(solutions)]
    ]
    for one in found:
        click.echo(f"{matrix(one)}\n")
    problems = [f"{one.assignment.name}: {problem}" for one in found for problem in one.problems]
    for problem in problems:
        click.echo(problem)
    click.echo(f"{count(len(problems), 'problem')} in {count(len(found), 'exercise')}")
    sys.exit(1 if problems else 0)


@main.command()
@click.argument("name")
@solutions_option
def new(name: str, solutions: Path) -> None:
    """Make the folder of a new exercise NAME, complete and working, for its author to fill.

    \b
    Example:
        autograder new q5_pooling
    """
    folder = new_exercise(name, solutions)
    click.echo(f"{folder} is ready: edit its files, then run `autograder publish` and `autograder list`")
