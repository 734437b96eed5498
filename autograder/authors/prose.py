"""What an author writes for students besides code: examples that must be true, texts in each language."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from autograder.authors.handout import PublicExercise
from autograder.errors import AuthorError
from autograder.exercises.assignment import Assignment
from autograder.exercises.course import languages_of
from autograder.exercises.layout import VISIBLE_CHECKS, solution_file, texts_file
from autograder.exercises.overlays import Overlay, solution_source
from autograder.exercises.slips import slip
from autograder.exercises.solution import as_module
from autograder.exercises.texts import read_texts
from autograder.text import some_of


def statement_problems(folder: Path, public: PublicExercise) -> Iterator[str]:
    """Run the examples of the statements, in every language, with the solution. A script needs none."""
    for name, text in public.statements.items():
        code = "\n\n".join(re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL))
        names = {} if public.stub.is_script else _solution_names(folder)
        test = doctest.DocTestParser().get_doctest(code, names, name, name, 0)
        if not test.examples and not public.stub.is_script:
            yield f"{name} has no example; show one as a ```python block with >>>"
        failures = list[str]()
        runner = doctest.DocTestRunner(_ShortNames(folder.name), optionflags=doctest.NORMALIZE_WHITESPACE)
        runner.run(test, out=failures.append)
        for failure in failures:
            yield f"{name}: an example is not true of the solution: {' '.join(failure.split())}"


class _ShortNames(doctest.OutputChecker):
    """Lets an example say `SoldOut: …`, as Python does where a student runs it."""

    def __init__(self, exercise: str) -> None:
        self.exercise = exercise

    def check_output(self, want: str, got: str, optionflags: int) -> bool:
        short = got.removeprefix(f"{self.exercise}.")
        return any(doctest.OutputChecker.check_output(self, want, one, optionflags) for one in (got, short))


def _solution_names(folder: Path) -> dict[str, Any]:
    """Return the names of the solution, with numpy as `np`. Raises AuthorError if it does not load."""
    names: dict[str, Any] = {"np": np, "__name__": folder.name}
    file = solution_file(folder)
    try:
        with contextlib.redirect_stdout(io.StringIO()), as_module(names):
            exec(compile(solution_source(folder), str(file), "exec", dont_inherit=True), names)
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
