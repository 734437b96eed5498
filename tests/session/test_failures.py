"""What happened instead of a result, as one sentence and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from autograder.authors.publish import read_exercise
from autograder.errors import Crashed, TimedOut
from autograder.exercises.load import exercise_folders
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.session.failures import (
    ADVICE,
    ENDINGS,
    INSTALL_SCIPY,
    UNSENDABLE,
    WRONG_CALL,
    Failure,
    lost_name_message,
    missing_name_message,
    worker_failure,
)
from autograder.session.loading import loading_marks, loading_problem
from autograder.session.session import WorkerSession
from autograder.submissions.submission import Cell, Submission
from autograder.text import first_line
from autograder.worker import (
    capture,
    classes,
    drawings,
    memory_files,
    objects,
    plain,
    stand_ins,
    tables,
    wire,
)
from autograder.worker import server as serve

ROOT = Path(__file__).parents[2]
SYNTAX = Failure("SyntaxError", "invalid syntax", "code cell 3", 2, "x = ]", 5)


MET = [advice for advice in [*ADVICE.values(), WRONG_CALL] if advice != INSTALL_SCIPY]


@pytest.mark.parametrize("advice", MET)
def test_every_advice_is_met_in_a_scenario(advice: str) -> None:
    """Each advice is in the golden text of a submission that was run, so Python words its error that way."""
    texts = [
        file.read_text(encoding="utf-8") for file in (ROOT / "tests" / "scenarios").glob("*/expected.txt")
    ]

    words = f". {advice} "
    assert any(words in f"{' '.join(text.split())} " for text in texts)


def test_nothing_is_said_of_grading_where_this_machine_lacks_scipy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Grading has it, so a student's own machine that does not is told to install it."""
    monkeypatch.setattr(stand_ins, "NOT_INSTALLED", frozenset({"scipy"}))
    monkeypatch.setattr(stand_ins, "required_names", frozenset)  # other tests may have loaded pandas here
    reason = stand_ins.why_missing("scipy.signal.correlate2d")

    assert Failure("ImportError", reason, "a.py", 3, "", 0).in_call("f()") == (
        "f() raises ImportError: scipy.signal.correlate2d is used here, but scipy is not installed on this "
        f"machine (line 3 of a.py). {INSTALL_SCIPY}"
    )
    assert stand_ins.why_missing("torch.relu").endswith("torch is not available at grading")


def test_the_worker_s_words_for_what_can_t_be_sent_are_known() -> None:
    """Every reason that the worker gives has a sentence here, and every sentence has such a reason."""
    sources = "\n".join(
        Path(module.__file__).read_text(encoding="utf-8")
        for module in (capture, classes, drawings, memory_files, objects, plain, serve, tables, wire)
    )

    given = {
        reason
        for call in re.findall(r"WireError\((.*)", sources)
        for reason in re.findall(r'"([a-z][a-z -]+[a-z])[":]', call)
    }

    assert given == set(UNSENDABLE)


@pytest.mark.parametrize(
    ("source", "column", "below"),
    [
        ("x = ]", 5, ["    x = ]", "        ^"]),
        ("x = (1,", 8, ["    x = (1,", "           ^"]),
        ("x = ]", 7, ["    x = ]"]),
        ("x = ]", 0, ["    x = ]"]),
        ("x = ]", -3, ["    x = ]"]),
        ("x = 'سلام' ]", 11, ["    x = 'سلام' ]"]),
        ("x =\t]\x1b[31m", 5, ["    x = ][31m"]),
        ("x" * 500, 7, ["    " + "x" * 80, "    " + " " * 6 + "^"]),
        ("x" * 500, 300, ["    " + "x" * 80]),
    ],
)
def test_a_caret_stands_under_the_place(source: str, column: int, below: list[str]) -> None:
    """The line of a syntax error is cleaned and bounded. A caret is shown if it is sure to stand right."""
    problem = SYNTAX._replace(source=source, column=column).while_loading(notebook=False, others=0)

    assert problem.split("\n") == [
        "the code stops at line 2 of code cell 3, SyntaxError: invalid syntax",
        *below,
    ]
    assert first_line(problem) == problem.split("\n")[0]


def test_of_a_script_the_rest_was_run_unless_a_line_is_no_python() -> None:
    """A line that fails costs that line. Other lines that fail are counted."""
    failure = Failure("ZeroDivisionError", "division by zero", "a.py", 2, "", 0)
    fails = "line 2 of a.py fails, ZeroDivisionError: division by zero; the rest was run all the same"

    assert failure.while_loading(notebook=False, others=0) == fails
    assert failure.while_loading(notebook=False, others=1) == f"{fails} (1 more line fails)"
    assert failure.while_loading(notebook=False, others=2) == f"{fails} (2 more lines fail)"
    assert SYNTAX.while_loading(notebook=False, others=0).startswith("the code stops at line 2")


CAUSES = {
    Failure(
        "ImportError",
        "pandas.read_csv is used here, but pandas is not available at grading",
        "",
        3,
        "",
        0,
    ): ("`df` is not defined: line 3 failed (pandas is not there at grading)"),
    Failure(
        "ImportError",
        "scipy.io.loadmat is used here, but scipy is not installed on this machine",
        "",
        3,
        "",
        0,
    ): ("`df` is not defined: line 3 failed (scipy is not installed on this machine)"),
    Failure("NameError", "name 'read' is not defined yet", "", 3, "", 0): (
        "`df` is not defined: line 3 failed (read is defined further down)"
    ),
    Failure("ModuleNotFoundError", "my_layers is not in the submission", "code cell 1", 3, "", 0): (
        "`df` is not defined: line 3 of code cell 1 failed (my_layers is not in the submission)"
    ),
    Failure("FileNotFoundError", "a.csv", "", 3, "", 0): (
        "`df` is not defined: line 3 failed (FileNotFoundError: a.csv)"
    ),
    Failure("Skipped", "", "", 3, "", 0): "`df` is not defined: line 3 failed (it does not come back)",
    Failure("ValueError", "x\x1b[31m" * 500, "", 0, "", 0): None,
}


@pytest.mark.parametrize("cause", CAUSES)
def test_a_name_that_is_missing_names_the_first_cause(cause: Failure) -> None:
    """The line that failed, and why, in a sentence that is clean and bounded, whatever a worker sends."""
    text = lost_name_message("df", cause)

    assert text == (CAUSES[cause] or text)
    assert len(text) < 200 and "\x1b" not in text


def test_a_notebook_s_problem_names_the_cell_and_counts_the_others() -> None:
    """A failing cell has its number, and whether the rest was run is said."""
    failure = SYNTAX._replace(source="")
    fails = (
        "code cell 3 fails at line 2, SyntaxError: invalid syntax; the cells below it were run all the same"
    )

    assert failure.while_loading(notebook=True, others=0) == fails
    assert failure.while_loading(notebook=True, others=1) == f"{fails} (1 more cell fails)"
    assert failure.while_loading(notebook=True, others=2) == f"{fails} (2 more cells fail)"
    assert (
        failure._replace(label="").while_loading(notebook=True, others=0)
        == "the code does not load, SyntaxError: invalid syntax"
    )


def test_advice_is_for_the_error_that_it_fits() -> None:
    """Only sure remedies are said, and only a call that did not get into the function is a wrong call."""
    error = Failure("TypeError", "f() missing 1 required positional argument: 'w'", "", 0, "", 0)

    assert error.in_call("f(1)").endswith(f"'w'. {WRONG_CALL}")
    assert error._replace(label="a.py", line=3).in_call("f(1)").endswith("'w' (line 3 of a.py)")
    assert (
        Failure("ValueError", "no", "a.py", 3, "", 0).in_call("f(1)")
        == "f(1) raises ValueError: no (line 3 of a.py)"
    )


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (TimedOut(seconds=0.25), "no answer after 0.25 seconds. Is there a loop that never ends?"),
        (TimedOut("in a sentence"), "in a sentence"),
        (Crashed(status=3), "it ended the process (exit status 3)"),
        (Crashed(status=0), "it ended the process (exit status 0)"),
        (Crashed(signal="SIGSEGV"), ENDINGS["SIGSEGV"]),
        (Crashed(signal="SIGKILL"), "it closed its connection to the grader, or ran out of memory"),
        (Crashed(signal="SIGBUS"), "it was ended by SIGBUS"),
        (Crashed(closed=True), "it closed its connection to the checks"),
        (Crashed(invalid_reply="too long"), "it wrote something of its own to the grader (too long)"),
        (Crashed("in a sentence"), "in a sentence"),
    ],
)
def test_a_worker_that_gives_no_reply_has_a_sentence(error: TimedOut | Crashed, sentence: str) -> None:
    """Errors of workers carry seconds, a status or a signal. The sentences are made in one place."""
    assert worker_failure(error) == sentence


def test_an_error_of_a_worker_can_be_read_as_it_is() -> None:
    """Outside of a session, as in the self-test of the sandbox, it says in English what it carries."""
    texts = {
        "no answer after 2 seconds": TimedOut(seconds=2),
        "it ended with exit status 92": Crashed(status=92),
        "it was ended by SIGSYS": Crashed(signal="SIGSYS"),
        "it closed its connection": Crashed(closed=True),
        "it wrote something of its own (too long)": Crashed(invalid_reply="too long"),
    }

    assert {str(error): error for error in texts.values()} == texts


def test_a_name_much_like_a_missing_one_is_named() -> None:
    """Another case, other underscores and small slips are found, but no other words."""
    names = {3: 1, "__doc__": 1, "Conv_2D": 1, "zeropad": 1, "coefficient": 1, "conv3d": 1, "summarize": 1}

    missing = ("conv2d", "zero_pad", "coefficients", "output_size", "summary")
    similar = ["Conv_2D", "zeropad", "coefficient", "", ""]
    assert [serve.similar_name(name, names) for name in missing] == similar
    assert missing_name_message("f", "g" * 500, "").count("g") < 70


def test_no_name_of_the_exercises_is_taken_for_another() -> None:
    """What is missing is never said to be what another part of the homework is called."""
    names = [
        name for folder in exercise_folders(ROOT / "solutions") for name in read_exercise(folder).stub.cells
    ]

    assert len(names) > 10
    assert {
        name: serve.similar_name(name, [other for other in names if other != name]) for name in names
    } == dict.fromkeys(names, "")


def test_the_stub_of_a_script_is_no_failure() -> None:
    """Its line raises so that nothing counts as attempted. What fails beside it is told."""
    stub = ["NotImplementedError", "q5_table: write your code here", "q5_table.py", 3, "", 0]
    other = ["NotImplementedError", "not today", "q5_table.py", 5, "", 0]

    assert loading_problem(["value", [stub]], notebook=False) == ""
    assert loading_marks(["value", [stub]]) == ()
    assert "line 5" in loading_problem(["value", [stub, other]], notebook=False)
    assert [mark.line for mark in loading_marks(["value", [stub, other]])] == [5]


@pytest.mark.parametrize(
    ("source", "is_program", "problem"),
    [
        ("name = input()\nprint(name)\n", True, ""),
        ("name = input()\nprint(name)\n", False, "line 1 of a.py fails, EOFError"),
        ("print(nothing)\nname = input()\n", True, "line 1 of a.py fails, NameError"),
        ("name = input(\n", True, "the code stops at line 1 of a.py, SyntaxError"),
    ],
)
def test_a_program_may_ask_for_input_while_it_is_loaded(
    zygote: Zygote, source: str, is_program: bool, problem: str
) -> None:
    """Where checks run the file as a program, only what fails before the first `input()` is told."""
    submission = Submission("a", "a.py", (Cell("a.py", source),))
    session = WorkerSession(submission, zygote.worker, Limits(), is_program)
    session.ask(["get", "name"], "name")
    session.end()

    assert session.problem.startswith(problem) and bool(session.problem) is bool(problem)
