"""What `build` writes to `dist/`, and what it refuses to write."""

from __future__ import annotations

import io
import json
import re
import sys
import types
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from tiers import everyday

from autograder.cli.main import main
from autograder.errors import AuthorError, UsageError
from autograder.exercises.assignment import HOMEWORK
from autograder.exercises.load import exercise_folders, find_assignment
from autograder.otter.build import DATA_REQUIREMENTS, build, build_autograder, claim
from autograder.otter.packed import PLUGIN
from autograder.otter.wheel import package_files

SOLUTIONS = Path(__file__).parents[2] / "solutions"
NAMES = [*(folder.name for folder in exercise_folders(SOLUTIONS)), HOMEWORK]
ANSWER = '''"""A sum and a product."""


def add(a, b):
    return a + b


def multiply(a, b):
    return a * b
'''
STUB = ANSWER.replace("return a + b", 'raise NotImplementedError("add: write your code here")').replace(
    "return a * b", 'raise NotImplementedError("multiply: write your code here")'
)
VISIBLE = '''from autograder.checks import assert_count, points


@points(1, rung="sum")
def test_two_and_two(student):
    """add gives the sum of two \\u201csmall\\u201d numbers."""
    assert_count(student.add(2, 2), 4)
'''
HIDDEN = '''from {name} import multiply

from autograder.checks import assert_count, points


@points(1.5, rung="product")
def test_product(student):
    """multiply gives the product of two numbers, it's not their sum."""
    assert_count(student.multiply(3, 4), multiply(3, 4))
'''
MISTAKE = '''"""The product is taken for a sum."""

RUNG = "product"
HINT_EN = "Try 3 and 4."
HINT_FA = "۳ و ۴"


def multiply(a, b):
    return a + b
'''


def write(folder: Path, files: dict[str, str]) -> None:
    for place, text in files.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(text, encoding="utf-8")


def notebook(source: str) -> str:
    return json.dumps(
        {
            "cells": [{"cell_type": "code", "source": source, "metadata": {}}],
            "metadata": {},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two exercises, and what they publish."""
    for name in ("q1_one", "q2_two"):
        exercise = {
            f"{name}.py": ANSWER,
            "test_visible.py": VISIBLE,
            "test_hidden.py": HIDDEN.format(name=name),
            "mistakes/adds.py": MISTAKE,
        }
        write(
            tmp_path / "solutions" / name,
            {**exercise, "variants/same.py": '"""The same."""\n', "statement.md": "# Title\n"},
        )
    for name in ("q1_one", "q2_two", HOMEWORK):
        published = {
            f"{name}.py": STUB,
            f"{name}.ipynb": notebook(STUB),
            "test_visible.py": VISIBLE,
            "statement.fa.md": "# عنوان\n",
        }
        write(tmp_path / "assignments" / name, published)
    return tmp_path


def build_in(project: Path, *names: str) -> list[Path]:
    return build(names, project / "solutions", project / "assignments", project / "dist")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Builds the autograder of an assignment of ours, once."""
    return cache(lambda name: build_autograder(name, SOLUTIONS, tmp_path_factory.mktemp("built")))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.e2e
def test_autograder_is_reproducible(name: str, tmp_path: Path) -> None:
    """Two builds of an autograder are the same bytes."""
    first, second = (
        build_autograder(name, SOLUTIONS, tmp_path / "a"),
        build_autograder(name, SOLUTIONS, tmp_path / "b"),
    )
    assert first == tmp_path / "a" / f"{name}.zip"
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("name", everyday(["q2_pointwise"], NAMES))
def test_autograder_holds_what_grading_needs_and_no_more(name: str, built: Callable[[str], Path]) -> None:
    """It has the image's files, this package, and a question file and a folder for each exercise.

    It has no variants.
    """
    assignment = find_assignment(name, SOLUTIONS)
    with zipfile.ZipFile(built(name)) as archive:
        places, config = archive.namelist(), json.loads(archive.read("otter_config.json"))
        packed = zipfile.ZipFile(io.BytesIO(archive.read("requirements.zip"))).namelist()
        scripts = {entry.filename for entry in archive.infolist() if entry.external_attr >> 16 & 0o111}
    image = {
        "setup.sh",
        "run_autograder",
        "run_otter.py",
        "environment.yml",
        "requirements.txt",
        "requirements.zip",
    }
    expected = {"otter_config.json", "tests/exercises/course.toml", *image}
    expected.add("tests/exercises/handed_out.json")
    expected |= {f"tests/{exercise}.py" for exercise in assignment.exercises}
    for folder in assignment.folders:
        needed = [f"{folder.name}.py", "inputs.py", "replies.wire", "test_visible.py", "test_hidden.py"]
        needed += ["texts.fa.toml", "traits.py"]
        needed += ["layer_tables.py"] if folder.name == "q3_parameters" else []
        expected |= {f"tests/exercises/{folder.name}/{file}" for file in needed}
        expected |= {
            f"tests/exercises/{folder.name}/mistakes/{file.name}" for file in folder.glob("mistakes/*.py")
        }
    assert set(places) == expected
    assert places == sorted(places)
    limits = {"call_seconds": 2.0, "check_seconds": 10.0, "submission_seconds": 60.0, "memory_bytes": 2 << 30}
    assert config["plugins"] == [
        {PLUGIN: {"assignment": name, "lang": "en", "hidden": "after_published", "limits": limits}}
    ]
    assert scripts == {"setup.sh", "run_autograder"}
    assert {
        "autograder/otter/container.py",
        "autograder/worker/server.py",
        "autograder/locale/fa/LC_MESSAGES/autograder.mo",
    } <= set(packed)
    assert not any("__pycache__" in place for place in packed)
    assert config["points_possible"] == sum(check.points for check in assignment.checks)


def test_an_autograder_speaks_and_shows_what_it_was_built_for(project: Path) -> None:
    """`build --lang fa --hidden visible` puts both into the plugin's settings."""
    command = [
        "build",
        "q1_one",
        "--lang",
        "fa",
        "--hidden",
        "visible",
        "-o",
        str(project / "dist"),
        "--solutions",
        str(project / "solutions"),
    ]

    assert CliRunner().invoke(main, command, catch_exceptions=False).exit_code == 0
    with zipfile.ZipFile(project / "dist" / "q1_one.zip") as archive:
        (plugin,) = json.loads(archive.read("otter_config.json"))["plugins"]
        assert (plugin[PLUGIN]["lang"], plugin[PLUGIN]["hidden"]) == ("fa", "visible")


@pytest.mark.parametrize(
    ("file", "needed"),
    [
        ("image/requirements.txt", set()),
        (DATA_REQUIREMENTS, {"pandas", "matplotlib"}),
    ],
)
def test_the_image_has_the_packages_of_the_lock(file: str, needed: set[str]) -> None:
    """Each package of an image has the version and the hashes of the lock."""

    def pins(file: Path) -> dict[str, str]:
        text = re.sub(r"(?m)^ *#.*\n", "", file.read_text(encoding="utf-8"))
        return {pin.partition(" ")[0]: pin for pin in re.split(r"\n(?=\S)", text) if pin.strip()}

    root = SOLUTIONS.parent
    image, lock = (
        pins(root / "autograder" / "otter" / file),
        pins(root / "requirements.lock"),
    )
    assert {"click", "numpy", "pytest", "rich", "scipy"} | needed <= {
        name.partition("==")[0] for name in image
    }
    hashes = {name: set(re.findall(r"sha256:\w+", pin)) for name, pin in image.items()}
    assert hashes == {name: set(re.findall(r"sha256:\w+", lock[name])) for name in image}


NO_PACKAGE = "import nothing_of_this_name\n"
NO_SCORE = "def main(folder):\n    (folder / 'results' / 'results.json').write_text('{}')\n"


@pytest.mark.parametrize("fault", [NO_PACKAGE, NO_SCORE])
def test_a_zip_whose_own_package_can_not_grade_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """The zip's own copy of the package must give the solution full marks. Otherwise there is no zip."""
    files = {**package_files(), "autograder/otter/container.py": fault.encode()}
    monkeypatch.setattr("autograder.otter.build.package_files", lambda: files)
    with pytest.raises(
        AuthorError, match=r"^q1_one.zip (can't grade the solution: |gives the solution nothing)"
    ):
        build_in(project, "q1_one")
    assert list((project / "dist").glob("*")) == []


@pytest.mark.parametrize("name", everyday(["q2_pointwise"], NAMES))
def test_questions_are_the_checks(name: str, built: Callable[[str], Path], tmp_path: Path) -> None:
    """otter reads the checks from a question file in order: sentences, points and who may see them."""
    from otter.test_files import ExceptionTestFile

    assignment = find_assignment(name, SOLUTIONS)
    zipfile.ZipFile(built(name)).extractall(tmp_path)
    for exercise in assignment.exercises:
        question = ExceptionTestFile.from_file(str(tmp_path / "tests" / f"{exercise}.py"))
        cases = [(case.name, case.points, case.hidden) for case in question.test_cases]
        assert question.name == exercise
        assert cases == [
            (check.sentence, check.points, check.hidden)
            for check in assignment.checks
            if check.exercise == exercise
        ]


def test_questions_without_the_plugin_give_nothing(project: Path) -> None:
    """A question file that otter runs by itself fails every case, whatever the submission has defined."""
    from otter.test_files import ExceptionTestFile

    zipfile.ZipFile(build_autograder("q1_one", project / "solutions", project)).extractall(project)
    question = ExceptionTestFile.from_file(str(project / "tests" / "q1_one.py"))
    question.run({"add": lambda a, b: a + b, "multiply": lambda a, b: a * b})
    assert (question.score, question.possible) == (0, 2.5)
    assert all("nothing has graded this" in result.message for result in question.test_case_results)


def test_build_returns_what_it_wrote(project: Path) -> None:
    """Each assignment, the homework too, becomes an autograder and a bundle."""
    built = build_in(project, "q1_one", HOMEWORK)
    assert built == [
        project / "dist" / name
        for name in ("q1_one.zip", "q1_one-student.zip", "homework.zip", "homework-student.zip")
    ]
    assert all(path.is_file() for path in built)


def test_the_acceptance_test_uses_the_unpacked_exercises(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A solution that was imported before, from elsewhere, has no effect on the acceptance test."""
    wrong = types.ModuleType("q1_one")
    wrong.__dict__["multiply"] = lambda a, b: -1
    monkeypatch.setitem(sys.modules, "q1_one", wrong)
    find_assignment("q1_one", project / "solutions")
    assert len(build_in(project, "q1_one")) == 2


CHECK = HIDDEN.format(name="q1_one")
ANSWER_FILE, CHECK_FILE, MISTAKE_FILE = (
    f"solutions/q1_one/{name}" for name in ("q1_one.py", "test_hidden.py", "mistakes/adds.py")
)
STUB_FILE, NOTEBOOK_FILE = "assignments/q1_one/q1_one.py", "assignments/q1_one/q1_one.ipynb"
FAULTS = {
    "wrong answer": (
        ANSWER_FILE,
        ANSWER.replace("a + b", "a - b"),
        "the solution gets 1.5 points, expected full marks (test_two",
    ),
    "broken check": (
        CHECK_FILE,
        CHECK.replace("4), m", "4), 3 / 0 + m"),
        "the solution gets 1 points, expected full marks (test_product",
    ),
    "published answer": (
        STUB_FILE,
        ANSWER,
        "the stub q1_one.py gets 2.5 points, expected no points (all checks pass)",
    ),
    "half an answer": (
        NOTEBOOK_FILE,
        notebook(ANSWER.replace("a * b", "0")),
        "the stub q1_one.ipynb gets 1 points",
    ),
    "stub with a typo": (
        STUB_FILE,
        STUB + "(",
        "the stub q1_one.py gets 0 points, expected no points (the code stops",
    ),
    "stub missing": (NOTEBOOK_FILE, None, "q1_one.ipynb is missing. Run `autograder publish` first"),
    "no mistakes": (MISTAKE_FILE, None, "q1_one has no mistakes/*.py to try its checks on; write one"),
    "harmless mistake": (
        MISTAKE_FILE,
        MISTAKE.replace("a + b", "b * a"),
        "the mistake adds gets 2.5 points, expected less than full marks",
    ),
    "secret in the bundle": (
        "assignments/q1_one/test_hidden.py",
        CHECK,
        "test_hidden.py is not a file that students get",
    ),
}


def test_a_mistake_may_lose_everything(project: Path) -> None:
    """Of a mistake, `build` asks only that it loses points. An exercise may have a single check."""
    write(project, {MISTAKE_FILE: f"{MISTAKE}\n\nadd = None\n"})

    assert len(build_in(project, "q1_one")) == 2


def test_zips_of_two_courses_are_not_mixed(tmp_path: Path) -> None:
    """Both may have a homework.zip. One folder has the zips of one course, and keeps them."""
    claim(tmp_path / "dist", tmp_path / "one" / "solutions")
    claim(tmp_path / "dist", tmp_path / "one" / "solutions")
    with pytest.raises(UsageError, match=r"dist holds the zips of another course, .*one/solutions\. Choose"):
        claim(tmp_path / "dist", tmp_path / "two" / "solutions")


@pytest.mark.parametrize(("place", "text", "message"), FAULTS.values(), ids=FAULTS)
def test_build_refuses_what_does_not_pass(project: Path, place: str, text: str | None, message: str) -> None:
    """Each fault of an exercise or of what is published stops the build, and no autograder is left behind."""
    if text is None:
        (project / place).unlink()
    else:
        write(project, {place: text})
    with pytest.raises(AuthorError, match=re.escape(message)):
        build_in(project, "q1_one")
    assert list((project / "dist").iterdir()) == []
