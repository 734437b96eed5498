"""Under `otter run` a submission gets the points of `grade`, and reaches nothing of otter's."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest

from autograder.errors import AuthorError, AutograderError, SandboxError, UsageError
from autograder.exercises.assignment import HOMEWORK
from autograder.exercises.load import exercise_folders, find_assignment
from autograder.exercises.overlays import composed, mistakes, solution_source
from autograder.grading.grader import Grader
from autograder.otter.build import build_autograder
from autograder.otter.zips import write_zip
from autograder.results import Report
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission

Build, Grade = Callable[[str], Path], Callable[[Path, str], Report]
Fork = Callable[..., dict[str, Any]]
PROJECT = Path(__file__).parents[2]
TOOLS = PROJECT / "tests" / "tools"
SOLUTIONS, ASSIGNMENTS = PROJECT / "solutions", PROJECT / "assignments"
EXERCISE = SOLUTIONS / "q2_pointwise"
WRONG = composed(
    EXERCISE, next(mistake for mistake in mistakes(EXERCISE) if mistake.name == "no_relu_in_between")
)
MISTAKES = [  # some for each exercise's zip; the homework's zip meets all where ways of grading are compared
    pytest.param(folder, mistake, id=f"{folder.name}/{mistake.name}")
    for folder in exercise_folders(SOLUTIONS)
    for mistake in mistakes(folder)[::40]
]
STUBS = sorted(
    file
    for kind in ("py", "ipynb")
    for file in ASSIGNMENTS.glob(f"*/*.{kind}")
    if file.stem == file.parent.name
)
PATCH = """
from otter.execute import Checker
from otter.test_files import GradingResults
from otter.test_files.exception_test import test_case
test_case.call_func = lambda self, env: None
GradingResults.total = property(lambda self: self.possible)
"""
LIES = """
class Always:
    __eq__ = __ge__ = lambda self, other: True
    __int__ = __index__ = __float__ = __len__ = lambda self: 1
    def __array__(self, *arguments, **keywords): return self
class Number(int):
    __eq__ = lambda self, other: True
direct_cost, bottleneck_cost, conv1x1 = lambda *a: Number(1), lambda *a: Always(), lambda *a: Always()
"""
ATTACKS = {
    "loops": "def direct_cost(*sizes):\n    while True:\n        pass\n",
    "loops while it is loaded": "while True:\n    pass\n",
    "exits": "import sys\ndef direct_cost(*sizes):\n    sys.exit()\n",
    "exits while it is loaded": "raise SystemExit\n",
    "ends its process": "import os\ndef direct_cost(*sizes):\n    os._exit(0)\n",
    "ends its process while it is loaded": "import os\nos._exit(0)\n",
    "patches otter": PATCH,
    "returns what is equal to everything": LIES,
    "is no Python": "def direct_cost(:\n",
}
SHADOWS = ("numpy.py", "otter.py", "otter/__init__.py", "dill.py", "ipykernel_launcher.py")


@pytest.fixture(scope="session")
def autograder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Builds the autograder of an assignment, once."""
    dist = tmp_path_factory.mktemp("dist")
    return cache(lambda name: build_autograder(name, SOLUTIONS, dist))


def otter_run(archive: Path, submission: Path, out: Path) -> subprocess.CompletedProcess[str]:
    command = [
        str(Path(sys.executable).with_name("otter")),
        "run",
        "-a",
        str(archive),
        "-o",
        str(out),
        str(submission),
    ]
    return subprocess.run(command, capture_output=True, text=True, cwd=out, timeout=300)


@pytest.fixture(scope="session")
def otter_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """A process that has imported otter. It grades in forks of itself, as attack_otter_run.py says."""
    folder = tmp_path_factory.mktemp("otter")
    environment = {
        **os.environ,
        "IPYTHONDIR": str(folder / "ipython"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
    }
    command = [sys.executable, str(TOOLS / "attack_otter_run.py")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=folder
    ) as process:
        yield process
        process.stdin.close()  # type: ignore[union-attr]


@pytest.fixture
def forked_otter_run(otter_process: subprocess.Popen[str]) -> Fork:
    """Calls what `otter run` calls, without its slow start. Returns a note: no `error` means success."""

    def run(archive: Path, submission: Path, out: Path, cold: bool = False) -> dict[str, Any]:
        assert otter_process.stdin and otter_process.stdout
        print(
            json.dumps([str(submission), str(archive), str(out), cold]), file=otter_process.stdin, flush=True
        )
        note: dict[str, Any] = json.loads(otter_process.stdout.readline())
        return note

    return run


def otter_points(out: Path) -> dict[str, float]:
    rows = json.loads((out / "results.json").read_text())["tests"]
    return {row["name"]: row["score"] for row in rows if "score" in row}


@pytest.fixture(scope="session")
def own_report() -> Iterator[Callable[[Path, str], Report]]:
    """Grades a submission as our own `grade` does."""
    with Zygote() as zygote:

        def graded(submission: Path, assignment: str) -> Report:
            read = read_submission(submission.stem, submission.name, submission.read_bytes(), assignment)
            found = find_assignment(assignment, SOLUTIONS)
            return Grader(found, zygote.worker, Limits(), probes={}).grade(read)

        yield graded


def own_points(report: Report) -> dict[str, float]:
    exercises = dict.fromkeys(result.exercise for result in report.results)
    return {
        exercise: sum(result.points for result in report.results if result.exercise == exercise)
        for exercise in exercises
    }


def notebook(*sources: str, **metadata: Any) -> bytes:
    cells = [
        {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], "execution_count": None}
        for source in sources
    ]
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 4}).encode()


def zipped(folder: Path, files: dict[str, bytes]) -> Path:
    return write_zip(folder / "submission.zip", files)


class Marking:
    """Creates a file when it is un-pickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.marker,)


def hostile_files(marker: Path) -> dict[str, bytes]:
    """Files that leave a mark when the kernel imports one of them, or the runner un-pickles its log."""
    mark = f"open({str(marker)!r} + '-' + __name__, 'w').close()\n".encode()
    log = pickle.dumps(Marking(marker.with_name("marker-log")))
    return {".OTTER_LOG": log, "__init__.py": mark, "ipython_config.py": mark, **dict.fromkeys(SHADOWS, mark)}


@pytest.mark.e2e
def test_answer_gets_full_marks_under_otter_run(autograder: Build, tmp_path: Path) -> None:
    """The command itself: full marks for the answer, and a report of points on the terminal."""
    done = otter_run(autograder(EXERCISE.name), EXERCISE / "q2_pointwise.py", tmp_path)
    assert done.returncode == 0, done.stderr
    assert otter_points(tmp_path) == {"q2_pointwise": 20}
    assert "total                   20 of 20\nisolation: level " in done.stdout
    assert json.loads((tmp_path / "results.json").read_text())["score"] == 20


@pytest.mark.e2e
def test_hostile_zip_gets_what_it_earned_and_runs_nowhere_else(
    autograder: Build, own_report: Grade, tmp_path: Path
) -> None:
    """A notebook with a mistake and a folder full of traps gets its own points, and no trap is sprung."""
    cells = (
        WRONG,
        PATCH,
        "import os\ndef direct_cost(*sizes): os._exit(0)\n",
        f"open({str(tmp_path / 'marker-cell')!r}, 'w')",
    )
    book = notebook(*cells, kernelspec={"name": "bash", "display_name": "x", "language": "x"})
    submission = zipped(tmp_path, {"q2_pointwise.ipynb": book, **hostile_files(tmp_path / "marker")})
    done = otter_run(autograder(EXERCISE.name), submission, tmp_path)
    assert done.returncode == 0, done.stderr
    assert otter_points(tmp_path) == own_points(own_report(submission, EXERCISE.name))
    assert 0 < otter_points(tmp_path)["q2_pointwise"] < 13
    assert list(tmp_path.glob("marker*")) == []
    assert not any(
        hidden in (tmp_path / "results.json").read_text()
        for hidden in ("4952472525", "4,952,472,525", "test_hidden", "Traceback")
    )


@pytest.mark.e2e
def test_script_named_like_a_module_is_not_imported(
    autograder: Build, own_report: Grade, tmp_path: Path
) -> None:
    """A script may be called otter.py: the kernel does not import it, and its points are its own."""
    submission = tmp_path / "otter.py"
    submission.write_text(f"{WRONG}\nopen({str(tmp_path / 'marker')!r}, 'w')\n")
    done = otter_run(autograder(EXERCISE.name), submission, tmp_path)
    assert done.returncode == 0, done.stderr
    assert otter_points(tmp_path) == own_points(own_report(submission, EXERCISE.name)) == {"q2_pointwise": 17}
    assert not (tmp_path / "marker").exists()


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """An autograder with a check that is wrong by itself."""
    check = "from autograder.checks import points\n\n"
    check += "@points({}, rung='r')\ndef test_{}(student):\n    '''The {} check.'''\n    {}\n"
    files = {
        "q1_one.py": "",
        "test_visible.py": check.format(1, "a", "right", "student.one()"),
        "test_hidden.py": check.format(1, "b", "wrong", "1 / 0"),
    }
    (tmp_path / "solutions" / "q1_one").mkdir(parents=True)
    for name, text in files.items():
        (tmp_path / "solutions" / "q1_one" / name).write_text(text)
    return build_autograder("q1_one", tmp_path / "solutions", tmp_path)


@pytest.mark.e2e
def test_broken_check_is_an_error_and_no_zero(broken: Path, tmp_path: Path) -> None:
    """With a check that is broken `otter run` fails, says which one it is, and writes no results."""
    submission = tmp_path / "q1_one.py"
    submission.write_text("one = lambda: 1\n")
    done = otter_run(broken, submission, tmp_path)
    assert done.returncode != 0
    assert (
        "q1_one: a check is broken; `autograder grade` on this file says why. The wrong check." in done.stderr
    )
    assert not (tmp_path / "results.json").exists()


@pytest.fixture
def begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Lays a submission out as otter's runner does, enters that folder, and returns the plugin."""
    from otter.run.run_autograder.runners import create_runner

    from autograder.otter.plugin import AutograderPlugin

    def lay_out(archive: Path, name: str, data: bytes | Path) -> AutograderPlugin:
        submission = tmp_path / "autograder" / "submission"
        submission.mkdir(parents=True)
        if isinstance(data, Path):
            (submission / name).symlink_to(data)
        elif name.endswith("/"):
            (submission / name).mkdir()
        else:
            (submission / name).write_bytes(data)
        with zipfile.ZipFile(archive) as unpacked:
            unpacked.extractall(tmp_path / "autograder" / "source")
        config = json.loads((tmp_path / "autograder" / "source" / "otter_config.json").read_text())
        monkeypatch.chdir(tmp_path / "autograder")
        create_runner(config, autograder_dir=str(tmp_path / "autograder")).prepare_files()
        monkeypatch.chdir(submission)
        ((_, settings),) = config["plugins"][0].items()
        return AutograderPlugin(str(submission / name), {}, settings)

    return lay_out


def finish(plugin: Any) -> Any:
    """Call the plugin's events in otter's order, with the results that otter's kernel has for no code."""
    from otter.test_files import ExceptionTestFile, GradingResults

    plugin.before_grading(None)
    read = plugin.submission_path.endswith("ipynb")
    cells = [] if read else [nbformat.v4.new_code_cell(Path(plugin.submission_path).read_text())]
    before = (
        nbformat.read(plugin.submission_path, as_version=4) if read else nbformat.v4.new_notebook(cells=cells)
    )
    assert plugin.before_execution(before) == nbformat.v4.new_notebook() | {
        "nbformat_minor": before.nbformat_minor
    }
    questions = [ExceptionTestFile.from_file(str(file)) for file in sorted(Path("tests").glob("*.py"))]
    for question in questions:
        question.run({})
    results = GradingResults(questions)
    plugin.after_grading(results)
    return results


def test_nothing_of_the_student_is_left_for_the_kernel(begin: Callable[..., Any], autograder: Build) -> None:
    """When the kernel starts, its folder holds otter's question files and nothing else."""
    plugin = begin(autograder(EXERCISE.name), "numpy.ipynb", notebook(WRONG, kernelspec={"name": "bash"}))
    for place in (".OTTER_LOG", "numpy.py", "otter/__init__.py", "profile_default/startup/x.py"):
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        Path(place).write_text("student")
    Path("link").symlink_to("/etc")
    assert Path("tests/exercises/q2_pointwise/test_hidden.py").is_file()
    finish(plugin)
    assert sorted(path.as_posix() for path in Path().rglob("*")) == ["tests", "tests/q2_pointwise.py"]
    assert Path("/etc/passwd").is_file()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        (
            "answer.py",
            EXERCISE / "q2_pointwise.py",
            "the submission is a link or a folder; send the file itself",
        ),
        ("folder.py/", b"", "the submission is a link or a folder; send the file itself"),
        (
            "latin.py",
            "name = 'José'\n".encode("latin-1"),
            "the script is not UTF-8 text (byte 11); save it as UTF-8",
        ),
        ("large.py", b"#" * (300 << 10), "the script is larger than 256 KiB"),
        ("list.ipynb", b"[]", "the file is no notebook: its JSON has no list of cells"),
    ],
)
def test_unreadable_submission_gets_nothing_and_the_reason(
    begin: Callable[..., Any], autograder: Build, name: str, data: bytes | Path, reason: str
) -> None:
    """What can't be read as a submission, such as a link to the solution, earns nothing, and says why."""
    plugin = begin(autograder(EXERCISE.name), name, data)
    results = finish(plugin)
    assert (results.total, results.possible) == (0, 20)
    assert reason in results.summary(public_only=True)
    assert plugin.generate_report().endswith(
        f"total                    0 of 20\nisolation: not needed\n{reason}"
    )


@pytest.mark.e2e
@pytest.mark.parametrize("folder", exercise_folders(SOLUTIONS), ids=lambda folder: folder.name)
def test_points_are_our_own_for_a_mistake_of_each_exercise(
    begin: Callable[..., Any], autograder: Build, own_report: Grade, tmp_path: Path, folder: Path
) -> None:
    """For some mistakes the plugin's points are those of `grade`: more than none and less than all."""
    submission = tmp_path / f"{folder.name}.ipynb"
    submission.write_bytes(notebook(composed(folder, mistakes(folder)[0])))
    results = finish(begin(autograder(folder.name), submission.name, submission.read_bytes()))
    assert {folder.name: results.total} == own_points(own_report(submission, folder.name))
    assert 0 < results.total < results.possible


def test_hidden_checks_say_nothing_of_their_own(begin: Callable[..., Any], autograder: Build) -> None:
    """Of a visible check the student reads the message; of a hidden one the sentence and the verdict."""
    source = (
        "def direct_cost(*sizes): return 'secret'\ndef bottleneck_cost(*sizes): raise ValueError(sizes)\n"
    )
    source += "def conv1x1(x, w): return x\n"
    results = finish(begin(autograder(EXERCISE.name), "q2_pointwise.py", source.encode()))
    public = results.summary(public_only=True)
    assert (
        "direct_cost counts every multiplication of a small layer. result:\n        ✗ direct_cost(" in public
    )
    assert " is 'secret', expected 2,160" in public
    assert "The smallest input found on which direct_cost is wrong:" in public
    hidden = [case for case in results.results["q2_pointwise"].test_case_results if case.test_case.hidden]
    assert {case.message for case in hidden} == {
        "✗ Your code does not do this yet for the inputs of this check."
    }


def test_texts_are_in_the_language_of_the_autograder(begin: Callable[..., Any], tmp_path: Path) -> None:
    """An autograder that was built with `--lang fa` speaks Persian, whatever its machine does."""
    autograder = build_autograder(EXERCISE.name, SOLUTIONS, tmp_path, {"lang": "fa"})
    results = finish(begin(autograder, "q2_pointwise.py", b"def direct_cost(*sizes): return 7\n"))
    said = " ".join(case.message for case in results.results["q2_pointwise"].test_case_results)
    assert "باید ⁨2,160⁩ باشد" in said and "کد شما هنوز" in said


@pytest.mark.e2e
def test_limits_are_those_of_the_configuration(begin: Callable[..., Any], autograder: Build) -> None:
    """A submission may use what otter_config.json says in the zip: five tenths of a second to load, here."""
    plugin = begin(autograder(EXERCISE.name), "q2_pointwise.py", b"while 1: ...\nwhile 2: ...\n")
    assert plugin.plugin_config["limits"]["call_seconds"] == Limits.call_seconds
    plugin.plugin_config["limits"]["call_seconds"] = 0.1
    finish(plugin)
    assert "q2_pointwise.py does not finish loading: no answer after 0.5 seconds" in plugin.generate_report()


def test_kernel_that_fails_is_an_error_and_no_zero(begin: Callable[..., Any], autograder: Build) -> None:
    """Results that otter could not read from its kernel are not taken for a zero."""
    from otter.test_files import GradingResults

    plugin = begin(autograder(EXERCISE.name), "q2_pointwise.py", b"")
    finish_error = GradingResults.without_results(EOFError("Ran out of input"))
    plugin.before_grading(None)
    with pytest.raises(
        AutograderError, match="otter's own kernel failed, so there is no grade: Ran out of input"
    ):
        plugin.after_grading(finish_error)


def test_broken_check_raises_in_the_plugin(begin: Callable[..., Any], broken: Path) -> None:
    """The error of a broken check names its sentence, and shows nothing of what is in the check."""
    with pytest.raises(AuthorError, match=r"^q1_one: a check is broken; .* The wrong check\.$") as caught:
        finish(begin(broken, "q1_one.py", b"one = lambda: 1\n"))
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_no_isolation_no_grade(
    begin: Callable[..., Any], autograder: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where student code can't be isolated otter gets an error, not a zero and not an unsafe grade."""
    plugin = begin(autograder(EXERCISE.name), "q2_pointwise.py", b"")
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(SandboxError, match="isolated on Linux only"):
        finish(plugin)


def test_folder_that_is_not_otters_is_left_alone(tmp_path: Path) -> None:
    """Outside the layout that otter makes, the plugin raises before it removes anything."""
    from autograder.otter.plugin import AutograderPlugin

    (tmp_path / "submission").mkdir()
    (tmp_path / "submission" / "thesis.py").write_text("years of work")
    plugin = AutograderPlugin(str(tmp_path / "submission" / "thesis.py"), {}, {"assignment": "q2_pointwise"})
    with pytest.raises(UsageError, match="holds no exercises"):
        plugin.before_grading(SimpleNamespace())
    assert (tmp_path / "submission" / "thesis.py").read_text() == "years of work"


@pytest.mark.e2e
@pytest.mark.parametrize("name", [*(folder.name for folder in exercise_folders(SOLUTIONS)), HOMEWORK])
@pytest.mark.parametrize("kind", ["py", "ipynb"])
def test_answers_under_otter_run(
    autograder: Build, own_report: Grade, forked_otter_run: Fork, tmp_path: Path, name: str, kind: str
) -> None:
    """Every answer, also that of the whole homework, gets full marks as a script and as a notebook."""
    sources = [solution_source(folder) for folder in find_assignment(name, SOLUTIONS).folders]
    submission = tmp_path / f"{name}.{kind}"
    submission.write_bytes("\n\n".join(sources).encode() if kind == "py" else notebook(*sources))
    done = forked_otter_run(autograder(name), submission, out := tmp_path / "out")
    report = own_report(submission, name)
    assert done["error"] == ""
    assert otter_points(out) == own_points(report)
    assert json.loads((out / "results.json").read_text())["score"] == report.max_points == report.points


@pytest.mark.e2e
@pytest.mark.parametrize("stub", STUBS, ids=lambda stub: stub.name)
def test_stubs_under_otter_run(autograder: Build, forked_otter_run: Fork, tmp_path: Path, stub: Path) -> None:
    """Every published stub gets nothing."""
    done = forked_otter_run(autograder(stub.stem), stub, out := tmp_path / "out")
    assert done["error"] == ""
    assert set(otter_points(out).values()) == {0}


@pytest.mark.e2e
@pytest.mark.parametrize(("folder", "mistake"), MISTAKES)
def test_mistakes_under_otter_run(
    autograder: Build, own_report: Grade, forked_otter_run: Fork, tmp_path: Path, folder: Path, mistake: Any
) -> None:
    """A mistake gets our own points."""
    submission = tmp_path / f"{folder.name}.py"
    submission.write_text(composed(folder, mistake))
    done = forked_otter_run(autograder(folder.name), submission, out := tmp_path / "out")
    report = own_report(submission, folder.name)
    assert done["error"] == ""
    assert otter_points(out) == own_points(report)
    assert report.points < report.max_points


@pytest.mark.e2e
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_attacks_under_otter_run(
    autograder: Build, own_report: Grade, forked_otter_run: Fork, tmp_path: Path, attack: str
) -> None:
    """An attack after wrong code gets what `grade` gives it, and no more than the wrong code alone."""
    submission = tmp_path / "q2_pointwise.py"
    submission.write_text(f"{WRONG}\n{attack}")
    done = forked_otter_run(autograder(EXERCISE.name), submission, out := tmp_path / "out")
    assert done["error"] == ""
    assert otter_points(out) == own_points(own_report(submission, EXERCISE.name))
    assert otter_points(out)["q2_pointwise"] <= 17


@pytest.mark.e2e
@pytest.mark.parametrize("trap", [*SHADOWS, ".OTTER_LOG", "patch"])
def test_traps_are_live_without_the_plugin(
    autograder: Build, forked_otter_run: Fork, tmp_path: Path, trap: str
) -> None:
    """Under otter alone each trap is sprung. So a trap that stays shut under the plugin proves something."""
    with zipfile.ZipFile(autograder(EXERCISE.name)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    alone = write_zip(tmp_path / "alone.zip", files | {"otter_config.json": b"{}"})
    marker = tmp_path / "marker"
    files = (
        {"q2_pointwise.ipynb": notebook(PATCH)}
        if trap == "patch"
        else {"q2_pointwise.ipynb": notebook(), trap: hostile_files(marker)[trap]}
    )
    forked_otter_run(alone, zipped(tmp_path, files), out := tmp_path / "out", cold=True)
    assert list(tmp_path.glob("marker*")) or otter_points(out) == {"q2_pointwise": 20}
