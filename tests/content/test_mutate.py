"""Mutation testing finds what checks overlook, and takes no excuse that isn't true."""

from __future__ import annotations

from pathlib import Path

import pytest
from mutate import SOLUTIONS, Change, explained, mutants, survey, trial

from autograder.exercises.layout import SURVIVORS
from autograder.exercises.load import exercise_folders
from autograder.sandbox.forked import Zygote

ANSWER = '''"""One function."""

# %% tags=["given"]
size = 3


# %%
def least(x, y):
    return x if x < y else y
'''
CHECK = '''

@points(1, rung="least")
def test_{name}({arguments}):
    """least gives the lesser of two numbers."""
    assert_size(student.least({x}, {y}), 1)
'''
IMPORT = "from autograder.checks import assert_size, points\n"
OLD = "return x if x < y else y"
HARMLESS = Change("least", OLD, "return x if x <= y else y")
OVERLOOKED = Change("least", OLD, "return x if x != y else y")


@pytest.fixture
def exercise(tmp_path: Path) -> Path:
    """An exercise whose checks, a visible and a hidden one, catch all but what is right."""
    folder = tmp_path / "least"
    folder.mkdir()
    (folder / "least.py").write_text(ANSWER)
    (folder / "test_visible.py").write_text(
        IMPORT + CHECK.format(name="first", arguments="student", x=1, y=2)
    )
    (folder / "test_hidden.py").write_text(
        IMPORT + CHECK.format(name="second", arguments="student", x=2, y=1)
    )
    return folder


def explain(folder: Path, *changes: Change) -> None:
    (folder / SURVIVORS).write_text(
        "\n\n".join(f"# It is right.\n@ {one.place}\n- {one.old}\n+ {one.new}" for one in changes) + "\n"
    )


@pytest.mark.nightly
@pytest.mark.parametrize("folder", exercise_folders(SOLUTIONS), ids=lambda folder: folder.name)
def test_the_checks_catch_every_mutant_that_is_not_explained(zygote: Zygote, folder: Path) -> None:
    """Every change that cosmic-ray makes costs points or is explained, and every explanation is needed."""
    found = trial(folder, zygote)

    assert found.problems == ()
    assert found.mutants > 100


def test_a_mutant_differs_in_one_place_that_students_write(exercise: Path) -> None:
    """Each operator has its turn at each place of the solution; what students are given is left alone."""
    changes = mutants(exercise)

    assert {one.old for one in changes.values()} == {OLD}
    assert {HARMLESS, OVERLOOKED} < set(changes.values())
    assert all(ANSWER.replace(OLD, one.new) == source for source, one in changes.items())


def test_a_survivor_is_a_problem_until_it_is_explained(zygote: Zygote, exercise: Path) -> None:
    """A mutant that keeps all points is shown as it is to be explained."""
    found = trial(exercise, zygote)
    assert found.survivors == {HARMLESS}
    assert [problem.split("\n", 1)[1] for problem in found.problems] == [
        f"@ least\n- {OLD}\n+ {HARMLESS.new}"
    ]

    explain(exercise, HARMLESS)
    assert trial(exercise, zygote).problems == ()


def test_a_needless_explanation_is_a_problem(zygote: Zygote, exercise: Path) -> None:
    """Explanations go when the mutants they explain are caught."""
    explain(exercise, HARMLESS, OVERLOOKED)

    (problem,) = trial(exercise, zygote).problems
    finding = "# It is explained, but loses points or is no longer made. Take it out."
    assert problem == f"{finding}\n@ least\n- {OLD}\n+ {OVERLOOKED.new}"


def test_random_inputs_prove_nothing(zygote: Zygote, exercise: Path) -> None:
    """What only random inputs catch counts as overlooked: another submission gets other inputs."""
    (exercise / "test_hidden.py").write_text(
        IMPORT + CHECK.format(name="second", arguments="student, rng", x=2, y=1)
    )

    assert OVERLOOKED in trial(exercise, zygote).survivors


def test_a_check_that_breaks_is_a_problem(zygote: Zygote, exercise: Path) -> None:
    """A fault of ours takes points away too, and must not pass for a mutant that is caught."""
    (exercise / "test_hidden.py").write_text(
        IMPORT + CHECK.format(name="second", arguments="student", x="2 // 0", y=1)
    )
    found = trial(exercise, zygote)

    assert len(found.problems) == found.mutants
    assert all(problem.startswith("# A check breaks. Mend it.\n@ least\n") for problem in found.problems)


@pytest.mark.parametrize(
    "text",
    ["@ least\n- a\n+ b\n", "# why\n@ least\n- a\n", "# why\n- a\n+ b\n", "# why\n@ least\n+ b\n", "why\n"],
)
def test_an_explanation_has_a_reason_a_name_and_both_lines(exercise: Path, text: str) -> None:
    """A block that lacks one of them is shown."""
    (exercise / SURVIVORS).write_text(f"# why\n@ f\n- a\n+ b\n\n{text}")

    with pytest.raises(
        ValueError,
        match=r"^least/survivors\.diff has a block that is not .*:\n" + text.strip().replace("+", r"\+"),
    ):
        explained(exercise)


def test_one_reason_may_explain_several_mutants_of_a_line(exercise: Path) -> None:
    """A reason may be as long as it needs to be, and holds for all mutants under it."""
    (exercise / SURVIVORS).write_text("# Because it\n# is so.\n@ f\n- a\n+ b\n+ c\n")

    assert explained(exercise) == {Change("f", "a", "b"), Change("f", "a", "c")}


def test_the_survey_prints_numbers_and_yields_problems(
    exercise: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`make mutate` shows how many mutants lose points, and fails with the file that a problem is about."""
    (problem,) = survey(exercise.parent)

    assert problem.startswith("least/survivors.diff:\n# It keeps all points.")
    many = len(mutants(exercise))
    assert capsys.readouterr().out == f"least: {many} mutants, {many - 1} lose points, 1 survive\n"
