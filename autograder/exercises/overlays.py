"""Mistakes and variants: small files that redefine parts of an exercise's solution, wrongly or unusually."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from autograder.errors import AuthorError
from autograder.exercises.layout import mistake_files, solution_file, variant_files
from autograder.i18n import current_language


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
    hint_en: str = ""
    hint_fa: str = ""
    sentence_fa: str = ""
    same_as: str = ""
    """Another mistake that no check can tell from this one. Then only that one is named to students."""
    remembers: bool = False
    """Whether its results depend on earlier calls. It proves checks, but it is never named to students."""

    @property
    def misconception(self) -> str:
        """The sentence in the current language."""
        return self.sentence_fa if self.sentence_fa and current_language() == "fa" else self.sentence

    @property
    def hint(self) -> str:
        """The hint in the current language."""
        return self.hint_fa if current_language() == "fa" else self.hint_en


def mistakes(folder: Path) -> list[Overlay]:
    """Return the mistakes of an exercise. Raises AuthorError for one without sentence, rung or hints."""
    found = [_overlay(file) for file in mistake_files(folder)]
    for overlay in found:
        if not (overlay.sentence and overlay.rung and overlay.hint_en and overlay.hint_fa):
            file = f"{folder.name}/mistakes/{overlay.name}.py"
            raise AuthorError(f"{file} needs a docstring, RUNG, HINT_EN and HINT_FA")
    return found


def variants(folder: Path) -> list[Overlay]:
    """Return the unusual right solutions of an exercise."""
    return [_overlay(file) for file in variant_files(folder)]


def solution_source(folder: Path) -> str:
    return solution_file(folder).read_text(encoding="utf-8")


def homework_source(folders: Iterable[Path]) -> str:
    """Return the solutions of several exercises as one submission."""
    return "\n\n".join(map(solution_source, folders))


def composed(folder: Path, overlay: Overlay | None = None) -> str:
    """Return a whole submission: the solution, followed by the overlay's definitions."""
    return solution_source(folder) + (f"\n\n{overlay.source}" if overlay else "")


def _overlay(file: Path) -> Overlay:
    source, exercise = file.read_text(encoding="utf-8"), file.parent.parent.name
    try:
        tree = ast.parse(source)
        values = _constants(tree)
    except (SyntaxError, ValueError) as error:
        raise AuthorError(f"{exercise}/{file.parent.name}/{file.name} can't be read: {error}") from None
    sentence = " ".join((ast.get_docstring(tree) or "").split())
    return Overlay(exercise, file.stem, sentence, _without_own_imports(source, tree, exercise), **values)


def _constants(tree: ast.Module) -> dict[str, Any]:
    """Return what a file says of itself, as `RUNG = "stride"`, by field. Raises ValueError for code."""
    names = {field.name.upper(): field.name for field in fields(Overlay)}
    assigned = [
        (ast.unparse(node.targets[0]), node.value) for node in tree.body if isinstance(node, ast.Assign)
    ]
    return {names[name]: ast.literal_eval(value) for name, value in assigned if name in names}


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
