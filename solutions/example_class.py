"""Compose the example class: thirty-odd homework submissions as a real class would send them.

    python solutions/example_class.py FOLDER
"""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path

from autograder.exercise import exercise_folders
from autograder.mistakes import Overlay, answer_source, composed, mistakes, variants

SOLUTIONS = Path(__file__).parent
STUB = SOLUTIONS.parent / "assignments" / "homework" / "homework"
ANSWER, NOTHING = "answer", "nothing"

# A row a student: what they did of each exercise. `name` is a file of variants/ or mistakes/ there, `only:a,b` the answer's a and b alone.
CLASS: dict[str, tuple[str, str, str, str]] = {}


def part(folder: Path, what: str) -> str:
    """Return the source of one exercise as one student did it."""
    if what == ANSWER:
        return composed(folder)
    if what == NOTHING:
        return ""
    if what.startswith("only:"):
        return only(answer_source(folder), set(what.removeprefix("only:").split(",")))
    return composed(folder, next(overlay for overlay in overlays(folder) if overlay.name == what))


def overlays(folder: Path) -> list[Overlay]:
    return [*variants(folder), *mistakes(folder)]


def only(source: str, names: set[str]) -> str:
    """Return the imports, the helpers and the named parts of an answer: a homework that was stopped half way."""
    kept = []
    for node in ast.parse(source).body:
        bound = {getattr(node, "name", "")} | {target.id for target in getattr(node, "targets", []) if isinstance(target, ast.Name)}
        if isinstance(node, ast.Import | ast.ImportFrom) or bound & names or any(name.startswith("_") for name in bound):
            kept.append(ast.get_source_segment(source, node) or "")
    return "\n\n\n".join(kept) + "\n"


def script(parts: tuple[str, ...]) -> str:
    """Return the published stub with what the student wrote after it, as far as it got."""
    return "\n\n".join([STUB.with_suffix(".py").read_text(encoding="utf-8"), *(text for text in parts if text)])


def notebook(parts: tuple[str, ...]) -> str:
    """Return the published notebook with the student's cells at its end."""
    sheet = json.loads(STUB.with_suffix(".ipynb").read_text(encoding="utf-8"))
    cells = [{"cell_type": "code", "execution_count": None, "id": f"mine-{number}", "metadata": {}, "outputs": [], "source": text} for number, text in enumerate(parts)]
    sheet["cells"] += [cell for cell in cells if cell["source"]]
    return json.dumps(sheet, ensure_ascii=False, indent=1)


def main(target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    folders = exercise_folders(SOLUTIONS)
    for file, row in CLASS.items():
        parts = tuple(part(folder, what) for folder, what in zip(folders, row, strict=True))
        (target / file).write_text(notebook(parts) if file.endswith(".ipynb") else script(parts), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
