"""What students get of exercises, as files: of one by itself, or of several together."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from autograder.authors.notebook import Section, merged_imports, notebook, script, sections
from autograder.authors.stubs import Stub
from autograder.bidi import isolated_in
from autograder.exercises.assignment import Check
from autograder.exercises.data_files import file_digest
from autograder.exercises.handed_out import stub_digests
from autograder.exercises.layout import (
    PUBLISHED,
    STATEMENT,
    VISIBLE_CHECKS,
    settings_file,
    statement_names,
    texts_file,
)
from autograder.exercises.settings import Settings
from autograder.exercises.solution import parameters_in
from autograder.exercises.texts import Texts
from autograder.exercises.toml_files import toml_text
from autograder.i18n import N_, in_language
from autograder.templating import render

ABOUT_PACKAGES = N_("At grading, {packages} can be used, too. Install it here as well: `pip install {names}`")
ABOUT_FILES = N_(
    "These files lie beside your script: {files}. "
    "Open them by these names, without a folder of your computer before them. "
    "At grading your code can read them, not change them, and files that it writes are gone afterwards."
)


@dataclass(frozen=True)
class PublicExercise:
    """The public side of a folder under `solutions/`. Of the hidden checks it has only the number."""

    name: str
    stub: Stub
    statements: dict[str, str]
    """By name of file; that in the default language comes first."""
    pictures: dict[str, bytes]
    visible: bytes
    modules: dict[str, bytes]
    """The modules that its visible checks import."""
    checks: tuple[Check, ...]
    hidden_checks: int
    settings: Settings
    texts: dict[str, Texts]
    """All of them. Students get those of the visible checks."""
    files: dict[str, bytes] = field(default_factory=dict)
    """What student code can open, by name."""

    def parts(self, statement: str = STATEMENT) -> list[Section]:
        """Return the sections of a statement, each with the stubs that its heading names."""
        cells, found = self.stub.cells, sections(self.statements[statement])
        parts = [
            Section(part.text, tuple(cell for name in part.names for cell in cells.get(name, ())))
            for part in found
        ]
        return [*parts, Section("", self.stub.rest, check=self.name)]


@dataclass(frozen=True)
class PublicFolder:
    """A folder that students get: one exercise, or several with an introduction in each language.

    `languages` are those of the course.
    """

    name: str
    docstring: str
    exercises: Sequence[PublicExercise]
    introductions: dict[str, str]
    languages: tuple[str, ...]

    def files(self) -> dict[PurePosixPath, bytes]:
        """Return the contents of all files by their paths under `assignments`."""
        pictures = {name: data for exercise in self.exercises for name, data in exercise.pictures.items()}
        work = self._work(pictures)
        files = {
            **self._given(),
            **pictures,
            **work,
            **self._statements(),
            **self._checks(),
            PUBLISHED: _json(self._facts(work)),
        }
        return {PurePosixPath(self.name, file): data for file, data in files.items()}

    def _given(self) -> dict[str, bytes]:
        """Return the files that student code can open."""
        return {name: data for exercise in self.exercises for name, data in sorted(exercise.files.items())}

    def _facts(self, work: dict[str, bytes]) -> dict[str, Any]:
        """Return what `autograder check` has to know besides the files, such as what the stubs were."""
        facts: dict[str, Any] = {"name": self.name}
        facts["hidden_checks"] = sum(exercise.hidden_checks for exercise in self.exercises)
        facts["stubs"] = stub_digests(work.items())
        texts = (
            text for exercise in self.exercises for cells in exercise.stub.cells.values() for text in cells
        )
        facts["signatures"] = parameters_in(texts)
        if given := self._given():
            facts["files"] = {name: file_digest(data) for name, data in given.items()}
        if self.introductions:
            facts["exercises"] = [exercise.name for exercise in self.exercises]
        return facts if self.languages[0] == "en" else {**facts, "language": self.languages[0]}

    def _work(self, pictures: dict[str, bytes]) -> dict[str, bytes]:
        """Return what students write in: a script, and a notebook in each language."""
        imports = merged_imports(text for exercise in self.exercises for text in exercise.stub.imports)
        files = {f"{self.name}.py": script(self.docstring, imports, self._parts(STATEMENT)).encode()}
        names = {
            language: f"{self.name}{f'.{language}' if number else ''}"
            for number, language in enumerate(self.languages)
        }
        for (language, name), statement in zip(names.items(), statement_names(self.languages), strict=True):
            others = {other: f"{names[other]}.ipynb" for other in self.languages if other != language}
            parts = [replace(part, text=isolated_in(language, part.text)) for part in self._parts(statement)]
            shown_in = language if language != self.languages[0] else ""
            files[f"{name}.ipynb"] = notebook(imports, parts, pictures, others, shown_in).encode()
        return files

    def _parts(self, statement: str) -> list[Section]:
        parts = [Section(self.introductions[statement])] if self.introductions else []
        parts += [part for exercise in self.exercises for part in exercise.parts(statement)]
        language = self.languages[statement_names(self.languages).index(statement)]
        return [*parts, *(Section(text) for text in self._about_what_is_there(language))]

    def _about_what_is_there(self, language: str) -> list[str]:
        """Return what a statement says about packages and files that are there; nothing if there are none."""
        packages = sorted({name for one in self.exercises for name in one.settings.requires})
        words = {"packages": ", ".join(packages), "names": " ".join(packages)}
        said = [in_language(ABOUT_PACKAGES, language).format(**words)] if packages else []
        names = ", ".join(f"`{name}`" for name in self._given())
        return said + ([in_language(ABOUT_FILES, language).format(files=names)] if names else [])

    def _statements(self) -> dict[str, bytes]:
        files = dict[str, bytes]()
        for language, file in zip(self.languages, statement_names(self.languages), strict=True):
            texts = [
                self.introductions.get(file),
                *(one.statements[file] for one in self.exercises),
                *self._about_what_is_there(language),
            ]
            whole = "\n\n".join(filter(None, texts)) + "\n"
            files[file] = isolated_in(language, whole).encode()
        return files

    def _checks(self) -> dict[str, bytes]:
        """Return the visible checks with what lies beside them, and otter's tests, which call them."""
        files = dict[str, bytes]()
        for exercise in self.exercises:
            visible = f"test_{exercise.name}.py" if self.introductions else VISIBLE_CHECKS
            names = {"exercise": exercise.name, "file": visible, "checks": exercise.checks}
            tests = render("authors/otter_tests.jinja", **names)
            files |= {visible: exercise.visible, f"tests/{exercise.name}.py": tests.encode()}
            files |= exercise.modules
            rungs = {check.name: check.rung for check in exercise.checks}
            tables = {
                texts_file(Path(visible), lang).name: one.public(rungs)
                for lang, one in exercise.texts.items()
            }
            tables[settings_file(Path(visible)).name] = exercise.settings.as_toml()
            files |= {name: toml_text(table).encode() for name, table in tables.items() if table}
        return files


def _json(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data) + "\n").encode()
