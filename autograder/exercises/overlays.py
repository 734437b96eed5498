"""Known wrong answers and unusual right ones: small files that redefine parts of an exercise's answer."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from autograder.errors import AuthorError
from autograder.i18n import current_language


@dataclass(frozen=True, eq=False)
class Overlay:
    """One file of `mistakes/` or `variants/`, equal to itself only.

    A mistake has the rung that must catch it, and may lose on those in `also`. Two that no check can tell apart are declared:
    one is the `same_as` the other. One that `remembers` answers by what it was asked before.
    """

    exercise: str
    name: str
    sentence: str
    source: str
    rung: str = ""
    also: tuple[str, ...] = ()
    hint_en: str = ""
    hint_fa: str = ""
    sentence_fa: str = ""
    same_as: str = ""
    remembers: bool = False

    @property
    def misconception(self) -> str:
        """The sentence in the language that is spoken."""
        return self.sentence_fa if self.sentence_fa and current_language() == "fa" else self.sentence

    @property
    def hint(self) -> str:
        """The hint in the language that is spoken."""
        return self.hint_fa if current_language() == "fa" else self.hint_en


def mistakes(folder: Path) -> list[Overlay]:
    """Return the mistakes of an exercise. Raises AuthorError for one without sentence, rung or hints."""
    found = [_overlay(file) for file in sorted((folder / "mistakes").glob("*.py"))]
    for overlay in found:
        if not (overlay.sentence and overlay.rung and overlay.hint_en and overlay.hint_fa):
            raise AuthorError(
                f"{folder.name}/mistakes/{overlay.name}.py needs a docstring, RUNG, HINT_EN and HINT_FA"
            )
    return found


def variants(folder: Path) -> list[Overlay]:
    """Return the unusual right answers of an exercise."""
    return [_overlay(file) for file in sorted((folder / "variants").glob("*.py"))]


def solution_source(folder: Path) -> str:
    return (folder / f"{folder.name}.py").read_text(encoding="utf-8")


def homework_source(folders: Iterable[Path]) -> str:
    """Return the answers of several exercises as one submission."""
    return "\n\n".join(map(solution_source, folders))


def composed(folder: Path, overlay: Overlay | None = None) -> str:
    """Return a whole submission: the answer, with the overlay's definitions after its own."""
    return solution_source(folder) + (f"\n\n{overlay.source}" if overlay else "")


def _overlay(file: Path) -> Overlay:
    source, exercise = file.read_text(encoding="utf-8"), file.parent.parent.name
    known = [field.name.upper() for field in fields(Overlay)]
    try:
        tree = ast.parse(source)
        assigned = [
            (ast.unparse(node.targets[0]), node.value) for node in tree.body if isinstance(node, ast.Assign)
        ]
        values = {name.lower(): ast.literal_eval(value) for name, value in assigned if name in known}
    except (SyntaxError, ValueError) as error:
        raise AuthorError(f"{exercise}/{file.parent.name}/{file.name} can't be read: {error}") from None
    sentence = " ".join((ast.get_docstring(tree) or "").split())
    return Overlay(exercise, file.stem, sentence, _without_own_imports(source, tree, exercise), **values)


def _without_own_imports(source: str, tree: ast.Module, exercise: str) -> str:
    """Turn `from <exercise> import name as other` into `other = name`: overlay and answer become one module."""
    lines = source.split("\n")
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == exercise:
            bound = [f"{alias.asname} = {alias.name}" for alias in node.names if alias.asname]
            lines[node.lineno - 1 : node.end_lineno] = [
                "; ".join(bound),
                *[""] * ((node.end_lineno or node.lineno) - node.lineno),
            ]
    return "\n".join(lines)
