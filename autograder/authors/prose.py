"""What an author writes for students besides code: examples that must be true, texts in each language."""

from __future__ import annotations

import contextlib
import doctest
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from autograder.authors.handout import PublicExercise
from autograder.checks.time_limit import cpu_limit
from autograder.errors import AuthorError
from autograder.exercises.assignment import Assignment
from autograder.exercises.course import languages_of
from autograder.exercises.layout import VISIBLE_CHECKS, solution_file, texts_file
from autograder.exercises.overlays import Overlay, solution_source
from autograder.exercises.slips import slip
from autograder.exercises.solution import as_module
from autograder.exercises.texts import read_texts
from autograder.grading.own_files import OwnFiles
from autograder.text import some_of

EXAMPLES_SECONDS = 5


def statement_problems(folder: Path, public: PublicExercise) -> Iterator[str]:
    """Run the examples of the statements, in every language, with the solution. A script needs none."""
    for name, text in public.statements.items():
        files = OwnFiles(public.files)
        names = {} if public.stub.is_script else _solution_names(folder, files)
        test = doctest.DocTestParser().get_doctest(_only_examples(text), names, name, name, 0)
        if not test.examples and not public.stub.is_script:
            yield f"{name} has no example; show one as a ```python block with >>>"
        runner = _Examples(_ShortNames(folder.name), optionflags=doctest.NORMALIZE_WHITESPACE)
        with files.in_force(), cpu_limit(EXAMPLES_SECONDS) as limit:
            runner.run(test, out=lambda text: None)
        if limit.exceeded:
            yield f"{name}: the examples take longer than {EXAMPLES_SECONDS} seconds"
        else:
            yield from (f"{name}, {problem}" for problem in runner.problems)


def _only_examples(statement: str) -> str:
    """Return a statement in which all lines but those of its ```python blocks are empty."""
    lines, inside = list[str](), False
    for line in statement.splitlines():
        is_fence = line.startswith("```")
        lines.append(line if inside and not is_fence else "")
        inside = not inside and line.strip() == "```python" if is_fence else inside
    return "\n".join(lines) + "\n"


class _Examples(doctest.DocTestRunner):
    """Runs examples, and says of each that is not true what it gives."""

    def __init__(self, checker: doctest.OutputChecker, optionflags: int) -> None:
        super().__init__(checker, verbose=False, optionflags=optionflags)
        self.problems = list[str]()

    def report_failure(self, out: Any, test: doctest.DocTest, example: doctest.Example, got: str) -> None:
        self._note(example, f"gives {' '.join(got.split()) or 'nothing'}")

    def report_unexpected_exception(
        self, out: Any, test: doctest.DocTest, example: doctest.Example, exc_info: Any
    ) -> None:
        kind, error, _trace = exc_info
        self._note(example, f"raises {kind.__name__}: {' '.join(str(error).split())}")

    def _note(self, example: doctest.Example, what: str) -> None:
        call, want = " ".join(example.source.split()), " ".join(example.want.split()) or "nothing"
        line = example.lineno + 1
        self.problems.append(f"line {line}: the example {call} {what} with the solution, expected {want}")


class _ShortNames(doctest.OutputChecker):
    """Lets an example say `SoldOut: …`, as Python does where a student runs it."""

    def __init__(self, exercise: str) -> None:
        self.exercise = exercise

    def check_output(self, want: str, got: str, optionflags: int) -> bool:
        short = got.removeprefix(f"{self.exercise}.")
        return any(doctest.OutputChecker.check_output(self, want, one, optionflags) for one in (got, short))


def _solution_names(folder: Path, files: OwnFiles) -> dict[str, Any]:
    """Return the names of the solution, with numpy as `np`. Raises AuthorError if it does not load."""
    names: dict[str, Any] = {"np": np, "__name__": folder.name}
    file = solution_file(folder)
    try:
        code = compile(solution_source(folder), str(file), "exec", dont_inherit=True)
        with (
            contextlib.redirect_stdout(io.StringIO()),
            as_module(names),
            files.in_force(),
            cpu_limit(EXAMPLES_SECONDS),
        ):
            exec(code, names)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise AuthorError(slip(error, file, "does not load")) from error
    return names


def text_problems(folder: Path, assignment: Assignment, mistakes: Sequence[Overlay]) -> Iterator[str]:
    """Find texts that are missing in a further language of the course, and texts of what isn't there."""
    checks = {check.name for check in assignment.checks}
    rungs = {check.rung for check in assignment.checks}
    names = {mistake.name for mistake in mistakes}
    for language in languages_of(folder.parent)[1:]:
        file = texts_file(folder / VISIBLE_CHECKS, language)
        texts = read_texts(file)
        said = {one.name for one in mistakes if language in one.sentences}
        hinted = {one.name for one in mistakes if language in one.hints}
        tables: dict[str, tuple[Mapping[str, str], Collection[str], Collection[str]]] = {
            "sentences": (texts.sentences, checks, checks - texts.sentences.keys()),
            "rungs": (texts.rungs, rungs, rungs - texts.rungs.keys()),
            "mistakes": (texts.mistakes, names, names - said),
            "hints": (texts.hints, names, names - hinted),
        }
        for table, (written, known, missing) in tables.items():
            if missing:
                yield f"{file.name} lacks [{table}] of {some_of(sorted(missing))}"
            if unknown := written.keys() - known:
                yield f"{file.name} has [{table}] of what isn't there: {some_of(sorted(unknown))}"
