"""The documents are true: every command in them runs, and every file that they name exists.

A block after `<!-- file: PLACE -->` is a file that the reader writes. A block of `text` after commands is
what the last of them prints; `…` stands for anything.
"""

from __future__ import annotations

import os
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder import checks

ROOT = Path(__file__).parents[2]
TEXTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
}
STEP = re.compile(
    r"^(?:[ ]*<!-- not run: (?P<reason>.*?) -->\n|<!-- exits with (?P<status>\d) -->\n|"
    r"<!-- file: (?P<file>\S+) -->\n)?"
    r"[ ]*(?P<fence>```|~~~)(?P<kind>\w*)\n(?P<text>.*?)^[ ]*(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
BLOCK = re.compile(r"^(?:[ ]*<!-- not run: (.*?) -->\n)?[ ]*```sh\n(.*?)^[ ]*```", re.MULTILINE | re.DOTALL)
# Why a block of commands may be marked as not run. Add a reason only if there is no way to run the block.
REASONS = (
    "needs Docker",
    "downloads packages",
    "asks the package registry",
    "changes the repository's hooks",
)
STATUS = {"autograder check": 1}  # the stub has everything still to do
OUTPUT = {"otter run": "40.000 / 40.000", "autograder diff": "0 differences"}
CODE = re.compile(r"^~~~.*?^~~~|^[ ]*```.*?^[ ]*```|^<!--.*?-->", re.MULTILINE | re.DOTALL)
TWO_SENTENCES = re.compile(r"[\w`)\]”\"][.?!] [A-Z`*]")


def blocks(text: str) -> Iterator[list[str]]:
    """Yield the commands of each block that is not marked."""
    for reason, block in BLOCK.findall(text):
        if not reason:
            yield [line.strip() for line in block.splitlines()]


def prose(text: str) -> str:
    """Return a document without its blocks of code."""
    return CODE.sub("", text)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with its example class."""
    folder = tmp_path_factory.mktemp("original")
    for name in ("solutions", "assignments", "autograder", "tests", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "README.md"):
        shutil.copy(ROOT / name, folder)
    run(f"{sys.executable} solutions/example_class.py build/example-class", folder, folder)
    return folder


@pytest.fixture
def clone(original: Path, tmp_path: Path) -> Path:
    """A copy of the project to run the commands of one document in."""
    return Path(shutil.copytree(original, tmp_path / "clone"))


def run(command: str, folder: Path, clone: Path) -> subprocess.CompletedProcess[str]:
    """Run a command with the copy's package; of `make` only whether the target exists."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", command.replace("make ", "make -n ") if command.startswith("make ") else command],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(clone)},
        capture_output=True,
        text=True,
    )


@pytest.mark.e2e
@pytest.mark.parametrize("name", [name for name, text in TEXTS.items() if list(blocks(text))])
def test_every_command_runs(name: str, clone: Path) -> None:
    """A document's commands, one after another in one copy of the project, end and print as they should."""
    printed = ""
    for step in STEP.finditer(TEXTS[name]):
        if step["file"]:
            file = clone / step["file"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(step["text"], encoding="utf-8")
        elif step["kind"] == "sh" and not step["reason"]:
            printed = run_block(step["text"], int(step["status"] or 0), clone)
        elif step["kind"] == "text" and printed:
            assert re.fullmatch(pattern(step["text"]), bare(printed), re.DOTALL), printed
            printed = ""


def run_block(block: str, status: int, clone: Path) -> str:
    """Run the commands of a block, of which the last ends with this status; return what that prints."""
    folder, printed = clone, ""
    *_, last = block.splitlines()
    for command in map(str.strip, block.splitlines()):
        if command.startswith("cd "):
            folder = clone / command.removeprefix("cd ")
            continue
        ended = run(command, folder, clone)
        said = f"{command}: {ended.stdout}{ended.stderr}"
        is_last = command == last.strip()
        assert ended.returncode == (status if status and is_last else STATUS.get(command, 0)), said
        for start, output in OUTPUT.items():
            assert not command.startswith(start) or output in ended.stdout, said
        printed = ended.stdout
    return printed


def bare(text: str) -> str:
    """Return a text without spaces at the ends of its lines, and without empty lines around it.

    Lines of progress, which a slow machine prints, are left out.
    """
    lines = (line.rstrip() for line in text.splitlines() if not re.match(r"graded \d+ of \d+ ", line))
    return "\n".join(lines).strip("\n")


def pattern(expected: str) -> str:
    """Return what a document says of an output, as a regular expression."""
    return (
        re.escape(bare(expected))
        .replace("…\\\n", "(?:.*\n)?")
        .replace("\\\n…", "(?:\n.*)?")
        .replace("…", ".*")
    )


def test_commands_that_are_not_run_have_a_good_reason() -> None:
    """What a document marks as not run needs Docker or a registry, or changes the reader's repository."""
    reasons = [reason for text in TEXTS.values() for reason, _ in BLOCK.findall(text) if reason]

    assert reasons
    assert [reason for reason in reasons if not any(good in reason for good in REASONS)] == []


def test_links_lead_somewhere() -> None:
    """Every link between the documents names a file that exists, and a heading in it."""
    for name, text in TEXTS.items():
        for target in re.findall(r"\]\(([^)\s]+)\)", prose(text)):
            if ":" in target:
                continue
            place, _, anchor = target.partition("#")
            file = (ROOT / name).parent / place if place else ROOT / name
            assert file.exists(), f"{name}: {target}"
            headings = re.findall(r"^#+ (.*)$", file.read_text("utf-8"), re.MULTILINE) if anchor else []
            anchors = [re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings]
            assert not anchor or anchor in anchors, f"{name}: {target}"


def test_files_that_are_named_exist() -> None:
    """Every file of the repository that a document names in backticks is there."""
    made_by_readers = "docs/pictures/"
    for name, text in TEXTS.items():
        for path in re.findall(r"`((?:autograder|docs|solutions|tests)/[\w./-]*)`", prose(text)):
            assert path in made_by_readers or (ROOT / path).exists(), f"{name}: {path}"


def test_each_change_opens_at_most_three_files() -> None:
    """Each change in CONTRIBUTING's table "I want to change" takes one to three files."""
    table = TEXTS["CONTRIBUTING.md"].partition("| I want to change |")[2].partition("\n\n")[0]
    rows = [line.split("|")[1:3] for line in table.splitlines()[2:]]

    assert len(rows) >= 6
    for change, places in rows:
        assert 1 <= len(re.findall(r"`[\w/]+\.(?:py|html|css|po)`", places)) <= 3, change


def test_readme_is_short() -> None:
    """README has at most 130 lines."""
    assert len(TEXTS["README.md"].splitlines()) <= 130


@pytest.mark.parametrize("name", TEXTS)
def test_each_sentence_has_a_line_of_its_own(name: str) -> None:
    """A line of a document holds one sentence; cells of tables may hold more."""
    lines = [re.sub(r"^ *\d+\. ", "", line) for line in prose(TEXTS[name]).splitlines()]
    lines = [line for line in lines if not line.lstrip().startswith("|")]

    assert [line for line in lines if TWO_SENTENCES.search(line)] == []


def test_every_module_has_its_place_among_the_others() -> None:
    """docs/architecture.md names each module of the package once, and none that isn't there."""
    table = TEXTS["docs/architecture.md"].partition("## Where to find what")[2].partition("\nBesides ")[0]
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


def test_the_reference_is_what_the_docstrings_say() -> None:
    """authors.md has the vocabulary of today, every name of it. If not, run `python docs/vocabulary.py`."""
    vocabulary = runpy.run_path(str(ROOT / "docs" / "vocabulary.py"))
    names = [name for group in vocabulary["GROUPS"].values() for name in group]

    assert sorted(names) == sorted(checks.__all__)
    assert vocabulary["with_reference"](TEXTS["docs/authors.md"]) == TEXTS["docs/authors.md"]
