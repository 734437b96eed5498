"""Mistakes and variants: small files that redefine parts of an exercise's solution, wrongly or unusually."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.bidi import isolated_in
from autograder.errors import AuthorError
from autograder.exercises.course import languages_of
from autograder.exercises.layout import (
    MISTAKES,
    VARIANTS,
    VISIBLE_CHECKS,
    mistake_files,
    solution_file,
    texts_files,
    variant_files,
)
from autograder.exercises.solution import is_script
from autograder.exercises.texts import Texts, read_texts
from autograder.i18n import in_wanted_language

DECLARED = {"RUNG": "rung", "ALSO": "also", "SAME_AS": "same_as", "REMEMBERS": "remembers"}
"""What a file says of itself, as `RUNG = "stride"`, by field."""
TEXT = re.compile(r"(SENTENCE|HINT)(?:_([A-Z]{2,3}))?")
"""The names of texts in a file: `HINT`, and in further languages `HINT_FA` and `SENTENCE_FA`."""


@dataclass(frozen=True, eq=False)
class Overlay:
    """One file of `mistakes/` or `variants/`, equal to itself only. Only a mistake has a rung and hints."""

    exercise: str
    name: str
    sentence: str
    source: str
    rung: str = ""
    """The rung that has to catch the mistake."""
    also: tuple[str, ...] = ()
    """Further rungs on which it may lose points."""
    sentences: Mapping[str, str] = field(default_factory=dict)
    """What it does, by language; the default language comes first."""
    hints: Mapping[str, str] = field(default_factory=dict)
    """How to find out, by language; the default language comes first."""
    same_as: str = ""
    """Another mistake that no check can tell from this one. Then only that one is named to students."""
    remembers: bool = False
    """Whether its results depend on earlier calls. It proves checks, but it is never named to students."""

    @property
    def misconception(self) -> str:
        """The sentence in the language of whoever reads it."""
        return in_wanted_language(self.sentences)

    @property
    def hint(self) -> str:
        """The hint in the language of whoever reads it."""
        return in_wanted_language(self.hints)


def mistakes(folder: Path) -> list[Overlay]:
    """Return the mistakes of an exercise. Raises AuthorError for one without sentence, rung or hint."""
    texts = _texts(folder)
    return [_mistake(file, texts) for file in mistake_files(folder)]


def variants(folder: Path) -> list[Overlay]:
    """Return the unusual right solutions of an exercise."""
    texts = _texts(folder)
    return [_overlay(file, texts) for file in variant_files(folder)]


def _texts(folder: Path) -> dict[str, Texts]:
    """Return the texts of an exercise in each language of its course. Those of the default one are empty."""
    files = texts_files(folder / VISIBLE_CHECKS)
    default = languages_of(folder.parent)[0]
    return {default: Texts(), **{language: read_texts(file) for language, file in files.items()}}


def solution_source(folder: Path) -> str:
    return solution_file(folder).read_text(encoding="utf-8")


def homework_source(folders: Iterable[Path]) -> str:
    """Return the solutions of several exercises as one submission."""
    return "\n\n".join(map(solution_source, folders))


def parts(folder: Path, *overlays: Overlay) -> list[tuple[str, str]]:
    """Return the sources of a submission that run one after the other, each with the name of its file.

    They are the solution and what overlays put on top. A script runs from top to bottom, so an overlay takes
    its place.
    """
    solution = solution_source(folder)
    on_top = [(f"{MISTAKES if one.rung else VARIANTS}/{one.name}.py", one.source) for one in overlays]
    return on_top if on_top and is_script(solution) else [(solution_file(folder).name, solution), *on_top]


def composed(folder: Path, overlay: Overlay | None = None) -> str:
    """Return a whole submission: the solution, followed by the overlay's definitions."""
    return "\n\n".join(source for _, source in parts(folder, *filter(None, [overlay])))


def _mistake(file: Path, texts: Mapping[str, Texts]) -> Overlay:
    overlay, default = _overlay(file, texts), next(iter(texts))
    if not (overlay.sentence and overlay.rung and default in overlay.hints):
        needed = f"a docstring, RUNG and HINT in the default language, {default!r}"
        raise AuthorError(f"{overlay.exercise}/mistakes/{file.name} needs {needed}")
    return overlay


def _overlay(file: Path, texts: Mapping[str, Texts]) -> Overlay:
    exercise = file.parent.parent.name
    try:
        source = file.read_text(encoding="utf-8")
        tree = ast.parse(source)
        constants = _constants(tree)
    except SyntaxError as error:
        reason = f"{error.msg} (line {error.lineno})"
        raise AuthorError(f"{exercise}/{file.parent.name}/{file.name} can't be read: {reason}") from None
    except ValueError as error:
        raise AuthorError(f"{exercise}/{file.parent.name}/{file.name} can't be read: {error}") from None
    sentence = " ".join((ast.get_docstring(tree) or "").split())
    default = next(iter(texts))
    sentences = {default: sentence} | {
        language: one.mistakes[file.stem] for language, one in texts.items() if file.stem in one.mistakes
    }
    hints = {language: one.hints[file.stem] for language, one in texts.items() if file.stem in one.hints}
    for name, value in constants.items():
        if match := TEXT.fullmatch(name):
            found = sentences if match[1] == "SENTENCE" else hints
            language = (match[2] or default).lower()
            found[language] = isolated_in(language, value)
    declared = {DECLARED[name]: value for name, value in constants.items() if name in DECLARED}
    in_order = {
        language: hints[language] for language in dict.fromkeys([default, *hints]) if language in hints
    }
    source = _without_own_imports(source, tree, exercise)
    return Overlay(exercise, file.stem, sentence, source, sentences=sentences, hints=in_order, **declared)


def _constants(tree: ast.Module) -> dict[str, Any]:
    """Return what a file says of itself, as `RUNG = "stride"`, by name. Raises ValueError for code."""
    assigned = [
        (ast.unparse(node.targets[0]), node.value) for node in tree.body if isinstance(node, ast.Assign)
    ]
    return {
        name: _literal(name, value) for name, value in assigned if name in DECLARED or TEXT.fullmatch(name)
    }


def _literal(name: str, value: ast.expr) -> Any:
    try:
        return ast.literal_eval(value)
    except ValueError:
        raise ValueError(f"{name} is computed (line {value.lineno}); write it as a literal") from None


def _without_own_imports(source: str, tree: ast.Module, exercise: str) -> str:
    """Turn `from <exercise> import name as other` into `other = name`.

    Overlay and solution become one module. All other lines keep their numbers.
    """
    lines = source.split("\n")
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == exercise:
            first, last = node.lineno, node.end_lineno or node.lineno
            names = "; ".join(f"{alias.asname} = {alias.name}" for alias in node.names if alias.asname)
            lines[first - 1 : last] = [names, *[""] * (last - first)]
    return "\n".join(lines)
