"""`autograder verify`: the exercises pass it, and each thing that it promises to find is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.authors.new import new_exercise
from autograder.authors.verify import Verification, matrix, verify
from autograder.cli.main import main
from autograder.errors import AuthorError
from autograder.exercises.load import exercise_folders, find_assignment

SOLUTIONS = Path(__file__).parents[2] / "solutions"
MISTAKE = '''"""One is added."""

RUNG = "doubling"
HINT_EN = "?"
HINT_FA = "؟"


def pooling(x):
    return 2 * x + 1
'''
ON_A_ROW = '''

@points(1, rung="doubling")
def test_another_row(student):
    """pooling doubles another row."""
    assert_array(student.pooling(np.array([5.0])), [10.0])
'''
Verify = Callable[..., Verification]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new exercise in a course in English and Persian."""
    (tmp_path / "solutions").mkdir()
    (tmp_path / "solutions" / "course.toml").write_text('languages = ["en", "fa"]\n')
    return new_exercise("q7_pooling", tmp_path / "solutions")


def verified(folder: Path) -> Verification:
    return verify(find_assignment(folder.name, folder.parent))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", [folder.name for folder in exercise_folders(SOLUTIONS)])
def test_every_exercise_passes(name: str) -> None:
    """No mistake survives, no variant loses, no check is idle, there are no twins, all examples are true."""
    found = verify(find_assignment(name, SOLUTIONS))

    assert found.problems == ()
    assert len(found.caught) > 50 and found.variants >= 10


def test_a_survivor_is_found(folder: Path) -> None:
    """A mistake that keeps all points of its rung is named, and so is the rung."""
    (folder / "mistakes" / "hundreds.py").write_text(
        MISTAKE.replace("2 * x + 1", "2 * x + (x > 99)"), encoding="utf-8"
    )

    finding = "mistakes/hundreds survives: it keeps all points of 'doubling'"
    assert verified(folder).problems == (f"{finding}; give that rung a check that catches it",)


def test_a_mistake_that_is_charged_twice_is_found(folder: Path) -> None:
    """Points that a mistake loses on another rung are a problem until the mistake says that this is meant."""
    (folder / "mistakes" / "one_more.py").write_text(MISTAKE, encoding="utf-8")
    edit(folder / "test_hidden.py", 'rung="doubling"', 'rung="any array"')
    problems = verified(folder).problems
    edit(
        folder / "mistakes" / "one_more.py",
        'RUNG = "doubling"\n',
        'RUNG = "doubling"\nALSO = ("any array",)\n',
    )

    finding = "mistakes/one_more also loses points on 'any array'"
    problem = f"{finding}; mend the check that charges it twice, or name the rung in ALSO"
    assert problem in problems and problem not in verified(folder).problems


def test_a_solution_or_variant_that_loses_is_found(folder: Path) -> None:
    """Right code, however odd, loses nothing; the check and its message are named."""
    (folder / "variants" / "odd.py").write_text(
        '"""Odd."""\n\n\ndef pooling(x):\n    return [2 * x]\n', encoding="utf-8"
    )
    edit(folder / "test_visible.py", "[2.0, 6.0]", "[2.0, 7.0]")
    problems = verified(folder).problems

    assert (
        "the solution fails test_a_row_is_doubled: "
        "pooling([1, 3])[1] is 6, expected 7 (1 of 2 values differs)"
    ) in problems
    assert any(problem.startswith("variants/odd fails test_any_array_is_doubled: ") for problem in problems)


def test_twins_are_found_until_they_are_declared(folder: Path) -> None:
    """Two mistakes that no check tells apart can't be named: one must be declared to be the other."""
    for name in ("one_more", "one_over"):
        (folder / "mistakes" / f"{name}.py").write_text(MISTAKE, encoding="utf-8")
    finding = "mistakes/one_more and mistakes/one_over reply the same in every check"
    twins = f"{finding}; declare one SAME_AS the other, or drop it"
    assert verified(folder).problems == (twins,)

    edit(folder / "mistakes" / "one_over.py", "RUNG", 'SAME_AS = "one_more"\nRUNG')
    assert verified(folder).problems == ()

    edit(folder / "mistakes" / "one_over.py", "one_more", "gone")
    assert verified(folder).problems == (twins, "mistakes/one_over is SAME_AS gone, which is not there")


def test_idle_checks_are_found_until_they_are_declared(folder: Path) -> None:
    """Checks that catch the same must be for reading; one that alone catches a mistake must not."""
    file = folder / "test_visible.py"
    file.write_text(file.read_text(encoding="utf-8") + ON_A_ROW, encoding="utf-8")
    names = ("test_a_row_is_doubled", "test_another_row")
    remedy = "write the mistake that only it catches, or declare it for_reading"
    idle = tuple(f"{name} catches nothing on its own; {remedy}" for name in names)
    assert verified(folder).problems == idle

    edit(file, 'rung="doubling"', 'rung="doubling", for_reading=True')
    assert verified(folder).problems == ()

    edit(file, ON_A_ROW.replace('rung="doubling"', 'rung="doubling", for_reading=True'), "")
    assert verified(folder).problems == (
        "test_a_row_is_doubled is declared for_reading, but it alone catches a mistake; take that away",
    )


def test_hidden_checks_must_find_something_of_their_own(folder: Path) -> None:
    """If the visible checks caught everything, hard-coding their expected values would be enough."""
    (folder / "mistakes" / "first_row_only.py").unlink()

    assert verified(folder).problems == (
        "the visible checks catch every mistake; hidden ones must have something of their own to find",
    )


def test_statements_are_held_to_their_word(folder: Path) -> None:
    """Examples are run in every language. No example is a problem; no statement is the author's error."""
    edit(folder / "statement.md", ">>>", ">>> 1 +")
    edit(folder / "statement.fa.md", ">>>", "...")
    problems = verified(folder).problems
    assert problems[0].startswith("statement.md: an example is not true of the solution: ")
    assert problems[-1] == "statement.fa.md has no example; show one as a ```python block with >>>"

    (folder / "statement.fa.md").unlink()
    with pytest.raises(AuthorError, match=r"q7_pooling has no statement\.fa\.md"):
        verified(folder)


def test_a_check_that_breaks_is_found(folder: Path) -> None:
    """A check with a fault of its own is told with the code that brought it out."""
    edit(
        folder / "test_visible.py",
        "    assert_array(",
        "    assert student.pooling(np.array([1.0, 3.0])).value[0] == 2 or 1 / 0\n    assert_array(",
    )

    assert (
        "test_a_row_is_doubled is broken by mistakes/squares: ZeroDivisionError: division by zero"
        in verified(folder).problems
    )


def test_a_stub_that_could_earn_something_is_found(folder: Path) -> None:
    """An untouched stub is not attempted in any check, also where a check would be content with nothing."""
    edit(
        folder / "test_visible.py",
        "    assert_array(student.pooling(np.array([1.0, 3.0])), [2.0, 6.0])",
        "    student",
    )

    expected = (
        "the stub is passed in test_a_row_is_doubled; an untouched stub is not attempted in every check"
    )
    assert expected in verified(folder).problems


def test_the_matrix_is_a_table_of_mistakes_and_checks(folder: Path) -> None:
    """It has a row a mistake and a column a check, `v` or `h` where it is caught; then a row a check."""
    assert matrix(verified(folder)).splitlines() == [
        "q7_pooling: 2 mistakes, 1 variant, 2 checks",
        "",
        "  1 doubling",
        "",
        "                     1",
        "  first_row_only  1  ·h",
        "  squares         1  vh",
        "",
        "  catches  alone  check",
        "        1      1  test_a_row_is_doubled",
        "        2      2  test_any_array_is_doubled",
    ]


def test_the_command_fails_on_a_problem(folder: Path) -> None:
    """Status 0 and "0 problems" where all is well, 1 and a line a problem otherwise."""
    command = ["verify", "q7_pooling", "--solutions", str(folder.parent)]
    well = CliRunner().invoke(main, command)
    (folder / "mistakes" / "first_row_only.py").unlink()
    ill = CliRunner().invoke(main, command)

    assert (well.exit_code, ill.exit_code) == (0, 1)
    assert well.output.endswith("\n0 problems in 1 exercise\n")
    assert ill.output.endswith(
        "hidden ones must have something of their own to find\n1 problem in 1 exercise\n"
    )
