"""The commands as they are typed: what they print, write, and exit with."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from conftest import SMALL_ANSWER, SMALL_INPUTS
from tiers import everyday

from autograder.cli.main import main
from autograder.cli.options import console
from autograder.errors import SandboxError
from autograder.reports.check_view import print_check
from autograder.results import Report
from autograder.sandbox.forked import Zygote

COMMAND = [sys.executable, "-c", "from autograder.cli import main; main()"]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def solutions(small_exercise: Path) -> Path:
    return small_exercise.parent


@pytest.mark.parametrize("name", main.list_commands(click.Context(main)))
def test_each_command_s_help_has_an_example(name: str) -> None:
    """`--help` says what the command does and shows it being typed."""
    result = run(name, "--help")

    assert result.exit_code == 0
    assert "Example" in result.output and f"autograder {name}" in result.output.partition("Example")[2]


def test_help_and_version_say_who_needs_what() -> None:
    """Help without a command names the commands for students and instructors."""
    assert "autograder check" in run("--help").output
    assert run("--version").exit_code == 0


def test_usage_errors_are_one_line(solutions: Path, tmp_path: Path) -> None:
    """Every wrong argument gives one line with a remedy and status 2, and writes nothing."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("")
    (tmp_path / "alice.py").write_text(SMALL_ANSWER)
    out, alice = tmp_path / "out", tmp_path / "alice.py"
    errors = {
        (
            "grade",
            "small",
            tmp_path / "nobody.py",
            "-o",
            out,
        ): "nobody.py can't be read: No such file or directory. Give a file, a folder or a zip",
        ("grade", "small", tmp_path / "empty", "-o", out): "empty holds no submission",
        ("grade", "small", tmp_path / "notes.txt", "-o", out): "notes.txt holds no submission",
        ("grade", "large", alice, "-o", out): "there is no assignment 'large'. Choose from: small, homework",
        ("grade", "small", alice, "-o", alice): "alice.py can't be written: ",
        ("grade", "small", alice): "Missing option '-o' / '--out'. Look at: ",
        (
            "grade",
            "small",
            alice,
            "-o",
            out,
            "-j",
            "0",
        ): "Invalid value for '-j' / '--jobs': 0 is not in the range x>=1. Look at: ",
        ("grade", "small", "-o", out): "Missing argument 'PATHS...'. Look at: ",
        ("grade", "small", alice, "-o", out, "--solutions", tmp_path / "empty"): "empty holds no exercises",
        (
            "check",
            tmp_path / "nowhere",
        ): "nowhere is not there. Go to the folder with your test_visible.py, or name your file",
        (
            "check",
            tmp_path / "empty",
        ): "empty holds no exercise. Go to the folder with your test_visible.py, or name the file",
        ("check", tmp_path / "notes.txt"): "notes.txt is no script or notebook. Name your .py or .ipynb file",
        ("check", alice): f"there is no test_visible.py in {tmp_path}. Download the exercise's folder again",
        ("cheque",): "No such command 'cheque'",
        ("check", "--wach"): "No such option",
    }
    for arguments, message in errors.items():
        result = CliRunner(env={"AUTOGRADER_SOLUTIONS": str(solutions)}).invoke(
            main, [str(argument) for argument in arguments]
        )
        assert result.exit_code == 2 and result.stdout == "", arguments
        assert (
            message in result.stderr
            and result.stderr.startswith("Error: ")
            and result.stderr.count("\n") == 1
        ), result.stderr
    assert not out.exists() or not list(out.rglob("*.*"))


EVIL = "\x1b[2J\x1b[32m40 points\x07\r\n\u202eError: none\udcff:bomb:[red]"


@pytest.mark.parametrize(
    "arguments",
    [
        ["grade", "small", f"{EVIL}.py", "-o", "out"],
        ["grade", EVIL, "x.py", "-o", "out"],
        ["grade", "small", "x.py", "-o", "out", f"--{EVIL}"],
        ["check", f"{EVIL}.py"],
        ["report", EVIL],
        [EVIL],
    ],
    ids=lambda arguments: arguments[0][:6],
)
def test_no_error_prints_what_a_name_tells_the_terminal(solutions: Path, arguments: list[str]) -> None:
    """Whatever path or name an error quotes, it has no control or direction character."""
    result = CliRunner(env={"AUTOGRADER_SOLUTIONS": str(solutions)}).invoke(main, arguments)
    assert result.exit_code == 2 and "40 points" in result.output
    assert all(line.isprintable() for line in result.output.split("\n"))
    assert not any(line.startswith("Error: none") for line in result.output.split("\n"))


def test_without_solutions_the_error_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exercises are found here or above. If there are none, one line says what to do."""
    monkeypatch.chdir(tmp_path)
    result = run("list")

    assert result.exit_code == 2
    assert (
        result.stderr == "Error: there is no course.toml and no solutions/ folder here or above. "
        "Go to the course's folder, name it with --course, or make one: autograder init my_course\n"
    )


def test_an_unreadable_file_is_told(small_folder: Path) -> None:
    """The operating system's reason stands below the name of the file."""
    (small_folder / "small.ipynb").symlink_to("/proc/self/mem")
    result = run("check", small_folder / "small.ipynb")

    assert result.exit_code == 1
    assert result.output.startswith("small.ipynb\n  the file can't be read: Input/output error\n")


def test_an_error_without_a_file_is_no_usage_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed pipe (`autograder list | head`) is left to click."""

    def closed(*_: object) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr("autograder.cli.options.find_solutions", closed)
    result = CliRunner().invoke(main, ["list"])
    assert result.exit_code == 1


def test_list_shows_points_and_checks(solutions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every exercise and the homework; solutions/ is found from a folder below."""
    monkeypatch.chdir(solutions / "small")

    assert run("list").output == (
        "small                  10 points    2 visible    2 hidden checks\n"
        "homework               10 points    2 visible    2 hidden checks\n"
    )


def test_check_passes_and_fails(small_folder: Path) -> None:
    """The status is 0 only if every check passed. The number of hidden checks is printed."""
    (small_folder / "exercise.json").write_text('{"hidden_checks": 2}')
    passed = run("check", small_folder)
    (small_folder / "small.py").write_text("table = [1, 2]")
    failed = run("check", small_folder / "small.py")

    assert passed.exit_code == 0 and passed.output.endswith(
        "3 of 3 points so far. 2 more checks run only at grading.\n"
    )
    assert failed.exit_code == 1 and "double is not defined" in failed.output


def test_a_broken_notebook_beside_a_filled_script_is_no_crash(small_folder: Path) -> None:
    """As at grading, the better one counts, although the notebook is newer. Alone, it has its reason."""
    (small_folder / "small.ipynb").write_text("{}")
    os.utime(small_folder / "small.py", (1, 1))
    both = run("check", small_folder)
    alone = run("check", small_folder / "small.ipynb")

    assert both.exit_code == 0 and both.output.startswith("small.py\n")
    assert alone.exit_code == 1 and alone.output.startswith(
        "small.ipynb\n  the file is no notebook: its JSON has no list of cells\n"
    )


def test_check_needs_no_sandbox(small_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no process can be isolated, on macOS or Windows, a student can still check."""

    def never(*_: object) -> None:
        raise SandboxError("no sandbox here")

    monkeypatch.setattr(Zygote, "__init__", never)
    monkeypatch.setattr("autograder.sandbox.forked.ForkedWorker", never)
    monkeypatch.delattr(os, "fork")
    monkeypatch.setattr(sys, "platform", "darwin")

    assert run("check", small_folder).exit_code == 0


def test_grade_needs_a_sandbox(
    solutions: Path, small_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where student code can't be isolated, grade refuses in one line and writes no grade."""
    monkeypatch.setattr(sys, "platform", "darwin")
    result = run("grade", "small", small_folder, "-o", tmp_path / "out", "-j1", "--solutions", solutions)

    assert result.exit_code == 2 and result.stderr.startswith(
        "Error: student code can be isolated on Linux only"
    )
    assert not (tmp_path / "out" / "final_grades.csv").exists()


def test_what_the_file_prints_stands_apart(small_folder: Path) -> None:
    """What the student's file prints while it is loaded is shown under a heading, above the result."""
    with (small_folder / "small.py").open("a") as file:
        file.write("print('loaded here')\n")
    result = subprocess.run([*COMMAND, "check"], cwd=small_folder, capture_output=True, text=True, timeout=20)

    assert result.returncode == 0 and result.stderr == ""
    assert result.stdout.startswith("small.py\n  printed while the file was loaded:\n    loaded here\n\n  ✓")


def test_watch_checks_again_after_each_save(small_folder: Path) -> None:
    """A change of the file gives a new result, even if an editor replaces it, and says what has changed.

    It says what it watches, and Ctrl-C ends it without an error, with the status of shells.
    """
    process = subprocess.Popen(
        [*COMMAND, "check", "--watch"],
        cwd=small_folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    lines: list[str] = []
    assert process.stdout
    reader = threading.Thread(
        target=lambda stream: lines.extend(iter(stream.readline, "")), args=(process.stdout,), daemon=True
    )
    reader.start()

    def seen(text: str) -> bool:
        end = time.monotonic() + 20
        while not any(text in line for line in lines) and time.monotonic() < end:
            time.sleep(0.05)
        return any(text in line for line in lines)

    assert seen("3 of 3 points")
    (small_folder / "small.py").unlink()
    time.sleep(0.5)
    (small_folder / "new").write_text("table = [1, 2]\n")
    (small_folder / "new").replace(small_folder / "small.py")
    assert seen("1 of 3 points") and seen("double: was ✓, is ✗") and seen("Watching small.py. Checked last")
    time.sleep(0.3)
    process.send_signal(2)
    assert process.wait(10) == 130
    assert process.stderr and process.stderr.read() == ""


def test_grade_writes_everything(solutions: Path, tmp_path: Path) -> None:
    """Each submission has a row and a file.

    The status is 0, and the paths of the files are printed at the end.
    """
    folder = tmp_path / "[red]class"
    folder.mkdir()
    (folder / "alice.py").write_text(SMALL_ANSWER)
    (folder / "bob.ipynb").write_text("{")
    (folder / "carol[bold].py").write_text("table = [1, 2]")
    out = tmp_path / "[/out]"
    result = run("grade", "small", folder, "-o", out, "-j", "1", "--solutions", solutions)

    assert result.exit_code == 0, result.output
    rows = (out / "final_grades.csv").read_text().splitlines()
    assert [row.split(",")[4] for row in rows] == [
        "file",
        "points-per-question",
        "alice.py",
        "bob.ipynb",
        "carol[bold].py",
    ]
    assert sorted(file.name for file in (out / "results").iterdir()) == [
        "alice.json",
        "bob.json",
        "carol[bold].json",
    ]
    assert json.loads((out / "results" / "alice.json").read_text())["score"] == 10
    assert (out / "report" / "index.html").is_file()
    assert "carol[bold]" in result.output and f"Grades: {out}/final_grades.csv" in result.output
    assert "3 submissions in" in result.output


@pytest.mark.parametrize("option", everyday([[]], [[], ["--fresh"]]))
def test_the_files_are_those_of_the_last_run(solutions: Path, tmp_path: Path, option: list[str]) -> None:
    """Submissions that are gone lose their files. Files that somebody else has put there stay."""
    folder, out = tmp_path / "class", tmp_path / "out"
    folder.mkdir()
    for name in ("alice", "bob", "carol"):
        (folder / f"{name}.py").write_text("")
    words = ["grade", "small", folder, "-o", out, "--solutions", solutions]
    assert "Removed" not in run(*words).output
    (out / "results" / "own.json").write_text("{}")
    (folder / "bob.py").unlink()
    (folder / "carol.py").rename(folder / "dora.py")
    result = run(*words, *option)

    assert sorted(file.name for file in (out / "results").iterdir()) == [
        "alice.json",
        "dora.json",
        "own.json",
    ]
    assert f"Removed from {out}: the files of 2 submissions that this class has no more\n" in result.output
    assert "Removed" not in run(*words, *option).output


@pytest.mark.parametrize("option", [[], ["--publish-counterexamples"]])
def test_publishing_counterexamples_is_the_instructor_s_choice(
    solutions: Path, tmp_path: Path, option: list[str]
) -> None:
    """What only a hidden check has found is on the report page.

    With the option the student's file has it, too.
    """
    (solutions / "small" / "inputs.py").write_text(SMALL_INPUTS)
    (tmp_path / "alice.py").write_text(SMALL_ANSWER.replace("2.0 * times", "2.0 * min(times, 2)"))
    assert (
        run(
            "grade", "small", tmp_path / "alice.py", "-o", tmp_path / "out", *option, "--solutions", solutions
        ).exit_code
        == 0
    )

    assert ("The smallest input found" in (tmp_path / "out" / "results" / "alice.json").read_text()) is bool(
        option
    )
    page = tmp_path / "out" / "report" / "submissions" / "alice.html"
    assert "The smallest input found" in page.read_text()


def test_a_run_has_a_budget(solutions: Path, tmp_path: Path) -> None:
    """When the time is up, the run ends with status 1 and lists what is not graded."""
    (tmp_path / "class").mkdir()
    for name in ("alice", "bob", "carol"):
        (tmp_path / "class" / f"{name}.py").write_text(SMALL_ANSWER)
    options = ["-o", tmp_path / "out", "-j", "1", "--run-seconds", "0.001", "--solutions", solutions]
    result = run("grade", "small", tmp_path / "class", *options)

    assert result.exit_code == 1
    assert "Not graded, since the 0.001 seconds of the run were used up: bob, carol" in result.output
    assert [file.name for file in (tmp_path / "out" / "results").iterdir()] == ["alice.json"]


def test_a_broken_check_is_status_1(solutions: Path, small_folder: Path, tmp_path: Path) -> None:
    """The grades of such a run are not final, and the CSV says so."""
    with (solutions / "small" / "test_hidden.py").open("a") as file:
        file.write('\n\n@points(1, rung="x")\ndef test_x(student):\n    """x"""\n    1 / 0\n')
    result = run(
        "grade", "small", small_folder / "small.py", "-o", tmp_path / "out", "-j1", "--solutions", solutions
    )

    assert (
        result.exit_code == 1
        and "this grade is not final" in (tmp_path / "out" / "final_grades.csv").read_text()
    )


def test_check_answers_in_about_a_second(small_folder: Path) -> None:
    """The whole command, with a fresh interpreter and a worker; otter and jinja2 are not imported.

    It is CPU time that is measured, which a busy machine hardly changes.
    """
    code = "import sys; from autograder.cli import main; main(['check'], standalone_mode=False)"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code],
        cwd=small_folder,
        capture_output=True,
        text=True,
        timeout=20,
    )

    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_seconds = sum(after[:2]) - sum(before[:2])
    assert cpu_seconds < 2, "about 0.7 s on an idle machine"
    assert result.returncode == 0 and not {"otter", "jinja2"} & {
        line.rpartition("|")[2].strip() for line in result.stderr.splitlines()
    }


ENCODINGS = ("utf-8", "ascii", "latin-1", "cp1252", "koi8-r", "shift_jis")
NAMES = [
    ":bomb:",
    "[red]x[/red]",
    "[/]",
    "[link=x]y",
    "\u2713\u06a9",
    "a\udcffb",
    "\x1b[31mz",
    ":x::smiley:[b]",
]


@pytest.mark.parametrize("encoding", everyday(["ascii"], ENCODINGS))
def test_nothing_of_a_file_name_is_interpreted_and_every_terminal_prints(
    solutions: Path, tmp_path: Path, encoding: str
) -> None:
    """Emoji's names and markup stay text. What an encoding lacks is replaced, and the run goes on."""
    folder = tmp_path / "class"
    folder.mkdir()
    for name in NAMES:
        (folder / f"{name}.py".replace("/", "|")).write_text("table = [1, 2]\n")
        (folder / f"{name}.txt".replace("/", "|")).write_text("")
    command = [sys.executable, "-m", "autograder", "grade", "small", str(folder), "-o", str(tmp_path / "out")]
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "AUTOGRADER_SOLUTIONS": str(solutions)}
    done = subprocess.run(command, capture_output=True, env={**environment, "COLUMNS": "120"}, check=False)
    text = done.stdout.decode(encoding)
    assert done.returncode == 0 and not done.stderr, done.stderr
    for name in (":bomb:", "[red]x[|red]", "[|]", "[link=x]y", "ab", "[31mz", ":x::smiley:[b]"):
        assert re.search(rf"^[| ]?{re.escape(name)}[| ]+1", text, re.MULTILINE), text
        assert f"{name}.txt: not graded" in text
    assert "Grades: " in text and not (set(text) & {"\N{BOMB}", "\x1b"})


def test_results_of_another_class_are_not_written_over(solutions: Path, tmp_path: Path) -> None:
    """An OUT of another assignment, or of a class with no name in common, is refused before any grading.

    `--replace` says otherwise.
    """
    out, options = tmp_path / "out", ("-j", "1", "--solutions", solutions)
    for name in ("alice", "bob", "carol"):
        (tmp_path / f"{name}.py").write_text(SMALL_ANSWER)
    first = run("grade", "small", tmp_path / "alice.py", tmp_path / "bob.py", "-o", out, *options)
    before = (out / "final_grades.csv").read_bytes()
    other_class = run("grade", "small", tmp_path / "carol.py", "-o", out, *options)
    other = run("grade", "homework", tmp_path / "alice.py", "-o", out, *options)

    assert first.exit_code == 0, first.output
    assert other_class.exit_code == other.exit_code == 2
    assert "out holds another class: 2 submissions, such as alice, none of them here" in other_class.output
    assert "out holds the results of small. Choose another folder with -o, or say --replace" in other.output
    assert (out / "final_grades.csv").read_bytes() == before
    grown = run("grade", "small", tmp_path / "bob.py", tmp_path / "carol.py", "-o", out, *options)
    replaced = run("grade", "small", tmp_path / "alice.py", "-o", out, "--replace", *options)
    assert grown.exit_code == replaced.exit_code == 0


@pytest.mark.parametrize("no_color", [False, True])
def test_colours_are_left_out_where_nobody_wants_them(
    no_color: bool, monkeypatch: pytest.MonkeyPatch, graded: Callable[..., Report]
) -> None:
    """With NO_COLOR a check prints no colours; what is wrong has a sign besides its red."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1") if no_color else monkeypatch.delenv("NO_COLOR", raising=False)
    terminal = console(soft_wrap=True)
    with terminal.capture() as captured:
        print_check(terminal, graded("table = [1, 2]\ndef double(x, times=1):\n    return 3 * x\n"), 0)

    colours = re.findall(r"\x1b\[(?:\d+;)*3[0-7]m", captured.get())
    assert bool(colours) is not no_color
    assert "✗ double" in re.sub(r"\x1b\[[\d;]*m", "", captured.get())
