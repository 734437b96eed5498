"""The documents are true: every command in them runs, and every file that they name exists."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/instructors.md", "docs/security.md")
README, CONTRIBUTING, INSTRUCTORS, _ = ((ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS)
EXPECTED = {"autograder check": 1}  # the stub has everything still to do


def commands(text: str) -> list[str]:
    return [line for block in re.findall(r"```sh\n(.*?)```", text, flags=re.S) for line in block.splitlines()]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with its example class, to run commands in."""
    target = tmp_path_factory.mktemp("clone")
    for name in ("solutions", "assignments", "autograder", "tests", "docs"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "README.md"):
        shutil.copy(ROOT / name, target)
    subprocess.run(
        [sys.executable, "solutions/example_class.py", "build/example-class"], cwd=target, check=True
    )
    return target


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True
    )


@pytest.mark.e2e
def test_every_quick_command_of_the_readme_runs(clone: Path) -> None:
    """The README's commands, one after another in one copy of the project, end as they should; make targets exist."""
    folder = clone
    for command in commands(README):
        if command.startswith("cd "):
            folder = clone / command.removeprefix("cd ")
        elif not command.startswith("otter"):
            ended = run(
                f"make -n {command.removeprefix('make ')}" if command.startswith("make") else command, folder
            )
            assert ended.returncode == EXPECTED.get(command, 0), f"{command}: {ended.stdout}{ended.stderr}"
            folder = clone


@pytest.mark.e2e
def test_the_otter_command_of_the_readme_runs(clone: Path) -> None:
    """otter run, as the README has it, gives the answer full marks."""
    build, otter = (
        next(line for line in commands(README) if line.startswith(start))
        for start in ("autograder build", "otter")
    )

    assert run(build, clone).returncode == 0
    assert "40.000 / 40.000" in run(otter, clone).stdout


@pytest.mark.e2e
def test_the_commands_of_the_guide_for_instructors_run(clone: Path) -> None:
    """All that don't need Docker or a submission of one's own; containers have tests of their own."""
    elsewhere = ("docker", "otter", "printf", "mkdir")
    for command in commands(INSTRUCTORS):
        if not command.startswith(elsewhere):
            ended = run(command, clone)
            assert ended.returncode == 0, f"{command}: {ended.stdout}{ended.stderr}"
    assert (clone / "preview" / "gradescope-before.html").is_file()


@pytest.mark.e2e
def test_the_commands_of_contributing_run(clone: Path) -> None:
    """A new exercise, as CONTRIBUTING makes it, can be published and passes the tests that it names; make targets exist."""
    for command in commands(CONTRIBUTING):
        if command.startswith("make"):
            assert run(f"make -n {command.removeprefix('make ')}", clone).returncode == 0
        elif not command.startswith(("uv", "pytest")):
            ended = run(command, clone)
            assert ended.returncode == 0, f"{command}: {ended.stderr}"
    assert "NotImplementedError" in (clone / "assignments/q5_pooling/q5_pooling.py").read_text(
        encoding="utf-8"
    )


def test_files_that_are_named_exist() -> None:
    """Every link between the documents leads somewhere."""
    for name in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8")):
            assert ((ROOT / name).parent / target).exists(), target


def test_every_module_has_its_place_among_the_others() -> None:
    """CONTRIBUTING's order for reading names each module of the package once, and none that isn't there."""
    table = CONTRIBUTING.partition("## Reading the package")[2].partition("\n## ")[0]
    rows = [line.split("|")[1:3] for line in table.splitlines() if line.startswith("| `")]
    named = [
        (wing.strip(" `"), module) for wing, modules in rows for module in re.findall(r"`(\w+)`", modules)
    ]
    files = [
        file
        for file in (ROOT / "autograder").rglob("*.py")
        if not {"templates", "__init__.py"} & {*file.parts}
    ]
    modules = [("otter" if file.parent.name == "image" else file.parent.name, file.stem) for file in files]
    assert sorted(named) == sorted(modules)
