"""`autograder verify`: the exercises pass it, and each thing that it promises to find is found."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from tiers import everyday

from autograder.authors import prose
from autograder.authors.matrix import Verification, matrix
from autograder.authors.new import new_exercise
from autograder.authors.publish import read_exercise
from autograder.authors.verify import verify
from autograder.cli.main import main
from autograder.errors import AuthorError
from autograder.exercises.load import exercise_folders, find_assignment
from autograder.sandbox.forked import Zygote

SOLUTIONS = Path(__file__).parents[2] / "solutions"
QUICK = ["q2_pointwise"]
MISTAKE = '''"""One is added."""

RUNG = "doubling"
HINT = "?"
HINT_FA = "؟"
SENTENCE_FA = "یکی افزوده می‌شود."


def pooling(x):
    return 2 * x + 1
'''
BY_LUCK = '''

@points(1, rung="doubling")
def test_by_luck(student, rng):
    """A row is doubled."""
    x = rng.integers(76, 78, size=1).astype(float)
    assert_array(student.pooling(x), 2 * x)
'''
ON_A_ROW = '''

@points(1, rung="doubling")
def test_another_row(student):
    """pooling doubles another row."""
    assert_array(student.pooling(np.array([5.0])), [10.0])
'''
Verified = Callable[[Path], Verification]


@pytest.fixture
def verified(zygote: Zygote) -> Verified:
    """Verify the exercise in a folder."""
    return lambda folder: verify(find_assignment(folder.name, folder.parent), zygote.worker)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new exercise, in English."""
    return new_exercise("q7_pooling", tmp_path / "solutions")


@pytest.fixture
def persian_folder(tmp_path: Path) -> Path:
    """A new exercise, in English and Persian."""
    (tmp_path / "persian").mkdir()
    (tmp_path / "persian" / "course.toml").write_text('languages = ["en", "fa"]\n')
    return new_exercise("q7_pooling", tmp_path / "persian")


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", everyday(QUICK, (folder.name for folder in exercise_folders(SOLUTIONS))))
def test_every_exercise_passes(name: str, verified: Verified) -> None:
    """No mistake survives, no variant loses, no check is idle, there are no twins, all examples are true."""
    found = verified(SOLUTIONS / name)

    assert found.problems == ()
    assert len(found.caught) > 50 and found.variants >= 10


def test_a_survivor_is_found(folder: Path, verified: Verified) -> None:
    """A mistake that keeps all points of its rung is named, and so is the rung."""
    (folder / "mistakes" / "hundreds.py").write_text(
        MISTAKE.replace("2 * x + 1", "2 * x + (x > 99)"), encoding="utf-8"
    )

    finding = "mistakes/hundreds survives: it keeps all points of 'doubling'"
    assert verified(folder).problems == (f"{finding}; give that rung a check that catches it",)


def test_a_mistake_that_is_charged_twice_is_found(folder: Path, verified: Verified) -> None:
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


def test_a_solution_or_variant_that_loses_is_found(folder: Path, verified: Verified) -> None:
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


def test_a_mistake_that_remembers_is_found_until_it_says_so(folder: Path, verified: Verified) -> None:
    """A mistake whose replies depend on earlier calls would change what other submissions are told."""
    memory = MISTAKE.replace("def pooling(x)", "def pooling(x, calls=[])").replace(
        "2 * x + 1", "2 * x + len(calls) + (calls.append(0) or 1)"
    )
    file = folder / "mistakes" / "counts_its_calls.py"
    file.write_text(memory, encoding="utf-8")
    finding = "mistakes/counts_its_calls remembers earlier calls; declare REMEMBERS = True"
    assert finding in verified(folder).problems

    edit(file, "RUNG", "REMEMBERS = True\nRUNG")
    assert finding not in verified(folder).problems


def test_right_code_that_fails_by_luck_is_found(folder: Path, verified: Verified) -> None:
    """A variant that a check with random inputs fails in some draws only would cost some students points."""
    (folder / "variants" / "odd.py").write_text(
        '"""Odd."""\n\n\ndef pooling(x):\n    return 2 * x + (x[0] == 77)\n', encoding="utf-8"
    )
    with (folder / "test_hidden.py").open("a", encoding="utf-8") as file:
        file.write(BY_LUCK)
    finding = r"variants/odd fails test_by_luck with [1-7] of 8 draws of its random inputs: pooling"

    assert any(re.match(finding, problem) for problem in verified(folder).problems)


def test_twins_are_found_until_they_are_declared(folder: Path, verified: Verified) -> None:
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


def test_idle_checks_are_found_until_they_are_declared(folder: Path, verified: Verified) -> None:
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


def test_hidden_checks_must_find_something_of_their_own(folder: Path, verified: Verified) -> None:
    """If the visible checks caught everything, hard-coding their expected values would be enough."""
    (folder / "mistakes" / "first_row_only.py").unlink()

    assert verified(folder).problems == (
        "the visible checks catch every mistake; hidden ones must have something of their own to find",
    )


def test_statements_are_held_to_their_word(persian_folder: Path, verified: Verified) -> None:
    """Examples are run in every language. No example is a problem; no statement is the author's error."""
    edit(persian_folder / "statement.md", ">>>", ">>> 1 +")
    lines = (persian_folder / "statement.md").read_text(encoding="utf-8").splitlines()
    line = 1 + next(number for number, text in enumerate(lines) if text.startswith(">>>"))
    edit(persian_folder / "statement.fa.md", ">>>", "...")
    problems = verified(persian_folder).problems
    found = "the example 1 + pooling(np.array([1.0, 3.0])) gives array([3., 7.]) with the solution"
    assert problems[0] == f"statement.md, line {line}: {found}, expected array([2., 6.])"
    assert problems[-1] == "statement.fa.md has no example; show one as a ```python block with >>>"

    (persian_folder / "statement.fa.md").unlink()
    with pytest.raises(AuthorError, match=r"q7_pooling has no statement\.fa\.md"):
        verified(persian_folder)


@pytest.mark.parametrize(
    ("example", "problem"),
    [
        ("while True: pass", "statement.md: the examples take longer than 0.1 seconds"),
        ("1 / 0", "the example 1 / 0 raises ZeroDivisionError: division by zero with the solution, expected"),
    ],
)
def test_an_example_that_fails_or_never_ends_is_told(
    folder: Path, example: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it raises is said; one without end does not stop the gate."""
    monkeypatch.setattr(prose, "EXAMPLES_SECONDS", 0.1)
    edit(folder / "statement.md", ">>>", f">>> {example}\n>>>")
    (found,) = prose.statement_problems(folder, read_exercise(folder))

    assert problem in found


@pytest.fixture
def own_assert(folder: Path) -> Callable[[str], None]:
    """Give the visible check an assert of its own, with this body."""

    def own_assert(body: str) -> None:
        text = f"@assertion\ndef assert_own(result):\n    {body}\n\n\n@points"
        edit(folder / "test_visible.py", "@points", text)
        edit(
            folder / "test_visible.py",
            "import assert_array, points",
            "import assert_array, assertion, points",
        )
        edit(folder / "test_visible.py", "    assert_array(", "    assert_own(")
        edit(folder / "test_visible.py", ", [2.0, 6.0])", ")")

    return own_assert


def test_a_check_that_breaks_is_found(
    folder: Path, verified: Verified, own_assert: Callable[[str], None]
) -> None:
    """A check with a fault of its own is told once, with its line, and with the code that brought it out."""
    own_assert("1 / int(result.value[0] not in (1, 9))")
    for name in ("third", "fourth"):
        text = MISTAKE.replace("2 * x + 1", "x").replace("One is added", f"The {name}")
        (folder / "mistakes" / f"{name}.py").write_text(text, encoding="utf-8")
    problems = verified(folder).problems

    broken = [problem for problem in problems if "broken" in problem]
    fault = "ZeroDivisionError: division by zero (line 10 of test_visible.py)"
    assert broken == [
        f"test_a_row_is_doubled is broken by mistakes/fourth, mistakes/squares and mistakes/third: {fault}"
    ]


def test_a_check_that_breaks_on_the_solution_is_found(
    folder: Path, verified: Verified, own_assert: Callable[[str], None]
) -> None:
    """It is one problem, and not one for each mistake and variant."""
    own_assert("nump.zeros(1)")

    fault = "NameError: name 'nump' is not defined (line 10 of test_visible.py)"
    finding = f"the solution fails test_a_row_is_doubled: the check is broken, {fault}"
    assert verified(folder).problems == (finding,)


def test_a_wrong_expectation_is_one_problem(folder: Path, verified: Verified) -> None:
    """Every mistake and every variant fails that check, too, and none of them is to blame."""
    for number in range(4):
        (folder / "mistakes" / f"more{number}.py").write_text(
            MISTAKE.replace("+ 1", f"+ {number + 2}"), encoding="utf-8"
        )
    edit(folder / "test_hidden.py", "x + x)", "x + x + 1)")
    (problem,) = verified(folder).problems

    assert problem.startswith("the solution fails test_any_array_is_doubled: pooling(")


def test_a_check_that_is_too_strict_is_one_problem(folder: Path, verified: Verified) -> None:
    """However many variants it fails."""
    for number in range(5):
        (folder / "variants" / f"more{number}.py").write_text(
            f'"""Wrong in a place, {number}."""\n\n\ndef pooling(x):\n    return 2 * x + (x.ndim > 1)\n',
            encoding="utf-8",
        )
    (problem,) = verified(folder).problems

    names = "variants/more0, variants/more1, variants/more2 and 2 more"
    assert problem.startswith(f"{names} fail test_any_array_is_doubled: pooling(")


GRADING_CAN_T = {
    "reads a file": (
        "    open('/etc/passwd')\n",
        "opens /etc/passwd, which is not there; put it into files/",
    ),
    "starts a process": ("    import os\n    os.fork()\n", "raises "),
    "takes too long": ("    while True: pass\n", "Is there a loop that never ends?"),
    "needs a package": ("    import nowhere\n    nowhere.f()\n", "nowhere.f is used here"),
}


@pytest.mark.parametrize("why", everyday(["reads a file"], GRADING_CAN_T))
def test_a_solution_that_grading_can_t_run_is_found(folder: Path, verified: Verified, why: str) -> None:
    """It is right on the author's machine, and would get nothing in class."""
    code, message = GRADING_CAN_T[why]
    edit(folder / "q7_pooling.py", "    return 2.0", f"{code}    return 2.0")
    edit(folder / "statement.md", ">>> pooling(np.array([1.0, 3.0]))\narray([2., 6.])", ">>> 1\n1")
    problems = verified(folder).problems

    assert len(problems) == 2
    for problem in problems:
        assert problem.startswith("the solution fails test_")
        assert message in problem or ("no answer here either" in problem and message in problems[0])


def test_a_file_that_is_not_packed_is_found(folder: Path, verified: Verified) -> None:
    """Checks have the files that travel in an autograder, and no others."""
    (folder / "table.dat").write_text("1 2")
    path = "pathlib.Path(__file__).with_name('table.dat').read_text()"
    edit(folder / "test_hidden.py", "from autograder", f"import pathlib\n\nTABLE = {path}\nfrom autograder")
    message = r"^q7_pooling/test_hidden\.py does not load: FileNotFoundError: .* \(line 5\)$"
    with pytest.raises(AuthorError, match=message):
        verified(folder)


SLIPS = {
    "a name in a mistake": (
        "mistakes/squares.py", "x**2", "nump.square(x)",
        "mistakes/squares.py: NameError: name 'nump' is not defined (line 8)",
    ),
    "a name at the top of a mistake": (
        "mistakes/squares.py", "def", "y = nump\n\n\ndef",
        "mistakes/squares.py does not load: NameError: name 'nump' is not defined (line 7)",
    ),
    "an import in a mistake": (
        "mistakes/squares.py", "    return", "    import nowhere\n    nowhere.f()\n    return",
        "mistakes/squares.py: ImportError: nowhere.f is used here, but nowhere is not",
    ),
}  # fmt: skip


@pytest.mark.parametrize("file, old, new, sentence", SLIPS.values(), ids=SLIPS)
def test_an_author_s_slip_in_a_mistake_is_a_sentence(
    folder: Path, verified: Verified, file: str, old: str, new: str, sentence: str
) -> None:
    """A mistake that fails for another reason than its sentence proves nothing."""
    edit(folder / file, old, new)

    assert any(problem.startswith(sentence) for problem in verified(folder).problems)


REFUSED = {
    "a syntax error in the solution": (
        "q7_pooling.py", "    return 2.0", "    return return 2.0",
        r"^q7_pooling/q7_pooling\.py, line 16: invalid syntax; ",
    ),
    "a name at the top of the solution": (
        "q7_pooling.py", "def pooling(x: np.ndarray)", "pool = nump\n\n\ndef pooling(x: np.ndarray)",
        r"`pool` is in 0 headings",
    ),
    "a syntax error in a check": (
        "test_hidden.py", "def test", "def def test",
        r"^q7_pooling/test_hidden\.py does not load: SyntaxError: invalid syntax \(line 7\)$",
    ),
    "an import in a check": (
        "test_visible.py", "import numpy as np", "import nump as np",
        r"^q7_pooling/test_visible\.py does not load: ModuleNotFoundError: .* 'nump' \(line 3\)$",
    ),
    "a check that ends Python": (
        "test_visible.py", "import numpy as np", "import sys\nimport numpy as np\n\nsys.exit(3)",
        r"^q7_pooling/test_visible\.py does not load: SystemExit: 3 \(line 6\)$",
    ),
    "a syntax error in a mistake": (
        "mistakes/squares.py", "return x**2", "return x**",
        r"^q7_pooling/mistakes/squares\.py can't be read: invalid syntax \(line 8\)$",
    ),
    "a computed rung": (
        "mistakes/squares.py", '"doubling"', '"dou" + bling',
        r"^q7_pooling/mistakes/squares\.py can't be read: RUNG is computed \(line 3\); write it",
    ),
}  # fmt: skip


@pytest.mark.parametrize("file, old, new, sentence", REFUSED.values(), ids=REFUSED)
def test_a_file_that_can_t_be_read_is_its_author_s(
    folder: Path, verified: Verified, file: str, old: str, new: str, sentence: str
) -> None:
    """One sentence, with file and line; never a traceback."""
    edit(folder / file, old, new)
    with pytest.raises(AuthorError, match=sentence):
        verified(folder)


def test_inputs_that_do_not_load_are_found(folder: Path, verified: Verified) -> None:
    """inputs.py is part of the exercise, and so is what it imports."""
    (folder / "inputs.py").write_text("import parts\n")
    (folder / "parts.py").write_text("x = 1\ny = z\n")
    message = (
        r"^q7_pooling/inputs\.py does not load: NameError: name 'z' is not defined \(line 2 of parts\.py\)$"
    )
    with pytest.raises(AuthorError, match=message):
        verified(folder)


def test_a_bare_assert_is_the_author_s_error(folder: Path, verified: Verified) -> None:
    """It is said with the line to write instead, and nothing else is said about that check."""
    edit(
        folder / "test_visible.py",
        "    assert_array(student.pooling(np.array([1.0, 3.0])), [2.0, 6.0])",
        "    assert student.pooling(3) == 6",
    )

    remedy = "write assert_equal(student.pooling(3), 6)"
    finding = f"test_visible.py, line 11: a bare assert can't look into a result; {remedy}"
    assert verified(folder).problems == (finding,)


def test_missing_texts_are_named(persian_folder: Path, verified: Verified) -> None:
    """In each further language of the course: sentences, rungs, and what mistakes do and hint at."""
    edit(persian_folder / "texts.fa.toml", "test_a_row_is_doubled", "test_gone")
    edit(persian_folder / "texts.fa.toml", "doubling =", "double =")
    (persian_folder.parent / "course.toml").write_text('languages = ["en", "fa", "de"]')
    (persian_folder / "statement.de.md").write_text((persian_folder / "statement.md").read_text())
    mistakes = "first_row_only and squares"

    assert verified(persian_folder).problems == (
        "texts.fa.toml lacks [sentences] of test_a_row_is_doubled",
        "texts.fa.toml has [sentences] of what isn't there: test_gone",
        "texts.fa.toml lacks [rungs] of doubling",
        "texts.fa.toml has [rungs] of what isn't there: double",
        "texts.de.toml lacks [sentences] of test_a_row_is_doubled and test_any_array_is_doubled",
        "texts.de.toml lacks [rungs] of doubling",
        f"texts.de.toml lacks [mistakes] of {mistakes}",
        f"texts.de.toml lacks [hints] of {mistakes}",
    )


def test_a_stub_that_could_earn_something_is_found(folder: Path, verified: Verified) -> None:
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


def test_the_matrix_is_a_table_of_mistakes_and_checks(folder: Path, verified: Verified) -> None:
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


def test_the_command_fails_on_a_problem(folder: Path, verified: Verified) -> None:
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


def test_one_exercise_that_can_t_be_read_hides_no_other(folder: Path) -> None:
    """The command verifies all exercises of a course, or of an assignment, and lists what is wrong."""
    new_exercise("broken", folder.parent)
    (folder.parent / "broken" / "test_hidden.py").write_text("def def")
    command = ["verify", "homework", "--course", str(folder.parent)]
    result = CliRunner().invoke(main, command)

    assert result.exit_code == 1 and "q7_pooling: 2 mistakes, 1 variant, 2 checks" in result.output
    finding = "broken/test_hidden.py does not load: SyntaxError: invalid syntax (line 1)"
    assert result.output.endswith(f"\n{finding}\n1 problem in 2 exercises\n")
