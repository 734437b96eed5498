"""The commands for authors: list, make, publish and verify exercises, and build autograders of them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.authors.new import new_exercise
from autograder.authors.publish import publish, stale
from autograder.authors.verify import matrix, verify
from autograder.cli.options import PATH, solutions_option
from autograder.exercises.load import assignment_names, exercise_folders, find_assignment
from autograder.i18n import LANGUAGES
from autograder.otter.build import build
from autograder.otter.packed import HIDDEN
from autograder.text import count

VISIBILITIES = (HIDDEN, "after_due_date", "hidden", "visible")  # Gradescope's words


@click.command("list")
@solutions_option
def list_command(solutions: Path) -> None:
    """List the assignments with their points and numbers of checks.

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


@click.command("new")
@click.argument("name")
@solutions_option
def new_command(name: str, solutions: Path) -> None:
    """Make the folder of a new exercise NAME. It is complete and works; its author then rewrites it.

    \b
    Example:
        autograder new q12_word_count
    """
    folder = new_exercise(name, solutions)
    click.echo(f"{folder} is ready: edit its files, then run `autograder publish` and `autograder list`")


@click.command("publish")
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing. The exit status is 1 if assignments/ is out of date.",
)
@solutions_option
def publish_command(only_check: bool, solutions: Path) -> None:
    """Make assignments/ from solutions/: exactly what students get.

    Whatever is not known to be public is refused.

    \b
    Examples:
        autograder publish
        autograder publish --check
    """
    assignments = solutions.parent / "assignments"
    changed = stale(solutions, assignments) if only_check else publish(solutions, assignments)
    for path in changed:
        click.echo(f"{'stale' if only_check else 'written'}: {assignments.name}/{path}")
    out_of_date = only_check and bool(changed)
    state = "stale; run `autograder publish`" if out_of_date else "up to date"
    click.echo(f"{assignments.name}/ is {state}")
    sys.exit(1 if out_of_date else 0)


@click.command("verify")
@click.argument("names", metavar="[EXERCISE]...", nargs=-1)
@solutions_option
def verify_command(names: tuple[str, ...], solutions: Path) -> None:
    """Test exercises before students get them.

    The stub, the solution, its variants and the known mistakes must earn the points that they should. Each
    check must be needed. The examples in statements must be true. A table shows which check catches which
    mistake.

    \b
    Examples:
        autograder verify
        autograder verify q12_word_count
    """
    chosen = names or [folder.name for folder in exercise_folders(solutions)]
    found = [verify(find_assignment(name, solutions)) for name in chosen]
    for one in found:
        click.echo(f"{matrix(one)}\n")
    problems = [f"{one.assignment.name}: {problem}" for one in found for problem in one.problems]
    for problem in problems:
        click.echo(problem)
    click.echo(f"{count(len(problems), 'problem')} in {count(len(found), 'exercise')}")
    sys.exit(1 if problems else 0)


@click.command("build")
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
    default=HIDDEN,
    show_default=True,
    help="When Gradescope shows students the results of hidden checks.",
)
@solutions_option
def build_command(names: tuple[str, ...], out: Path, lang: str, hidden: str, solutions: Path) -> None:
    """Build the zips of the assignments NAMES, or of all assignments.

    OUT/<assignment>.zip is an autograder for Gradescope and otter. It holds every secret of the assignment.
    OUT/<assignment>-student.zip is what students get. A zip counts as built only after it was tested.

    \b
    Examples:
        autograder build
        autograder build homework -o dist
    """
    assignments, settings = solutions.parent / "assignments", {"lang": lang, "hidden": hidden}
    for path in build(names or assignment_names(solutions), solutions, assignments, out, settings):
        click.echo(path)
