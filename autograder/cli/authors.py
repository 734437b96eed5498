"""The commands for authors: list, make, publish and verify exercises, and build autograders of them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.authors.matrix import matrix
from autograder.authors.new import KINDS, new_course, new_exercise
from autograder.authors.publish import publish, stale
from autograder.authors.verify import verify
from autograder.cli.options import PATH, build_language_option, needs, solutions_option
from autograder.errors import AuthorError
from autograder.exercises.course import COURSE, declared_assignments, read_course
from autograder.exercises.data_files import shared_file_problems
from autograder.exercises.layout import assignments_folder
from autograder.exercises.load import find_assignment
from autograder.otter.build import build, claim
from autograder.otter.packed import HIDDEN
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import open_sandbox
from autograder.text import clean_text, count

VISIBILITIES = (HIDDEN, "after_due_date", "hidden", "visible")  # Gradescope's words


@click.command("list")
@solutions_option
def list_command(solutions: Path) -> None:
    """List the assignments with their points and numbers of checks.

    \b
    Example:
        autograder list
    """
    for name in read_course(solutions).names:
        checks = find_assignment(name, solutions).checks
        points, hidden = sum(check.points for check in checks), sum(check.hidden for check in checks)
        click.echo(
            f"{name:<20} {points:>4g} points  {len(checks) - hidden:>3} visible  {hidden:>3} hidden checks"
        )


@click.command("init")
@click.argument("folder", metavar="DIR", type=PATH)
def init_command(folder: Path) -> None:
    """Make a new course in the folder DIR: a first exercise, course.toml, README, .gitignore and a CI file.

    \b
    Example:
        autograder init my_course
    """
    for file in new_course(folder):
        click.echo(f"written: {clean_text(file, 200)}")
    click.echo(f"{clean_text(folder, 200)} is ready. README.md there says how to go on")


@click.command("new")
@click.argument("name")
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default=KINDS[0],
    show_default=True,
    help="What students write.",
)
@solutions_option
def new_command(name: str, kind: str, solutions: Path) -> None:
    """Make the folder of a new exercise NAME. It is complete and works; its author then rewrites it.

    \b
    Examples:
        autograder new q12_word_count
        autograder new bank_account --kind class
    """
    folder = new_exercise(name, solutions, kind)
    click.echo(f"{folder} is ready: edit its files, then run `autograder verify {folder.name}`")
    if any(one != folder.name for one in declared_assignments(solutions)):
        click.echo(f"To hand it out with other exercises, list it in {COURSE}")


@click.command("publish")
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing. The exit status is 1 if assignments/ is out of date.",
)
@solutions_option
@needs("jinja2", "nbformat")
def publish_command(only_check: bool, solutions: Path) -> None:
    """Make assignments/ from solutions/: exactly what students get.

    Whatever is not known to be public is refused.

    \b
    Examples:
        autograder publish
        autograder publish --check
    """
    assignments = assignments_folder(solutions)
    changed = stale(solutions, assignments) if only_check else publish(solutions, assignments)
    for path in changed:
        click.echo(f"{'stale' if only_check else 'written'}: {assignments.name}/{path}")
    out_of_date = only_check and bool(changed)
    state = "stale; run `autograder publish`" if out_of_date else "up to date"
    click.echo(f"{assignments.name}/ is {state}")
    sys.exit(1 if out_of_date else 0)


@click.command("verify")
@click.argument("names", metavar="[EXERCISE]...", nargs=-1)
@click.option(
    "--unsafe", is_flag=True, help="Run without isolation, where it is not to be had: in plain processes."
)
@solutions_option
@needs("jinja2", "nbformat")
def verify_command(names: tuple[str, ...], unsafe: bool, solutions: Path) -> None:
    """Test exercises before students get them.

    The stub, the solution, its variants and the known mistakes are graded as a class is, and must earn the
    points that they should. Each check must be needed. The examples in statements must be true. No text may
    be missing in a language of the course. A table shows which check catches which mistake.

    \b
    Examples:
        autograder verify
        autograder verify q12_word_count
    """
    course = read_course(solutions)
    chosen = dict.fromkeys(
        folder.name for name in names or course.exercises for folder in course.folders(name)
    )
    problems = list[str]()
    with open_sandbox(Limits(), unsafe) as sandbox:
        for name in chosen:
            try:
                found = verify(find_assignment(name, solutions), sandbox.start_worker)
            except AuthorError as error:  # the other exercises are verified all the same
                problems.append(str(error) if name in str(error) else f"{name}: {error}")
                continue
            problems += [f"{name}: {problem}" for problem in found.problems]
            if found.caught:
                click.echo(f"{matrix(found)}\n")
            for note in found.notes:
                click.echo(f"{name}, to know: {note}")
    if not names:
        problems += shared_file_problems(course)
    for problem in problems:
        click.echo(problem)
    click.echo(f"{count(len(problems), 'problem')} in {count(len(chosen), 'exercise')}")
    sys.exit(1 if problems else 0)


@click.command("build")
@click.argument("names", nargs=-1)
@click.option("-o", "--out", type=PATH, help="The folder for the zips.  [default: dist/ of the course]")
@build_language_option
@click.option(
    "--hidden",
    type=click.Choice(VISIBILITIES),
    default=HIDDEN,
    show_default=True,
    help="When Gradescope shows students the results of hidden checks.",
)
@solutions_option
@needs("jinja2")
def build_command(
    names: tuple[str, ...], out: Path | None, lang: str | None, hidden: str, solutions: Path
) -> None:
    """Build the zips of the assignments NAMES, or of all assignments.

    OUT/<assignment>.zip is an autograder for Gradescope and otter. It holds every secret of the assignment.
    OUT/<assignment>-student.zip is what students get. A zip counts as built only after it was tested.

    \b
    Examples:
        autograder build
        autograder build homework -o dist
    """
    course, assignments = read_course(solutions), assignments_folder(solutions)
    dist = out or assignments.parent / "dist"
    settings = {"lang": lang or course.languages[0], "hidden": hidden}
    claim(dist, solutions)
    for path in build(names or course.names, solutions, assignments, dist, settings):
        click.echo(path)
