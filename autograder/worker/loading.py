"""Running a submission's sources in one namespace: each whole, and where that fails, by statements.

So a line that fails costs that line, as a failing cell of a notebook costs that cell.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import copy
import re
import sys
import types
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from autograder.worker.file_table import HOME
from autograder.worker.import_policy import apply_import_policy, guarded_imports
from autograder.worker.modules import serve_modules
from autograder.worker.stand_ins import Inert
from autograder.worker.statements import (
    FUTURES,
    bound_names,
    complete_statements,
    failed_statement,
    future_flags,
    lines_of,
)

TRY = re.compile(r"try[\s\\]*:")  # a pattern that begins with plain text is fast in a long source
RUN_FILE = re.compile(r"%run +(?:-\w +)*(?:\./)?([A-Za-z_][\w/]*)\.py$")
FROM_MAGIC = re.compile(r"([ \t]*[A-Za-z_][\w, ]*=[ \t]*)[!%]")
COROUTINE = 0x80  # inspect.CO_COROUTINE
MAX_FAILURES = 1_000
SKIPPED = "Skipped"
"""The kind of the failure of statements that were left out."""
TOO_EARLY = "is not defined yet"
"""The end of the text of a NameError about a name that is defined further down."""
Describe: TypeAlias = "Callable[[BaseException], list[Any]]"
"""Returns an exception as `RequestHandler.describe_error` does."""


class Cause(NamedTuple):
    """Why a name is missing: the failure of the statement that would have defined it, and where that was.

    The label is empty if that is the submission's own script. The failure is what `describe_error` returns.
    """

    label: str
    failure: list[Any]

    @property
    def fields(self) -> list[Any]:
        """The label, the line, and the type and the text of the error."""
        kind, text, _label, line = self.failure[:4]
        return [self.label, line, kind, text]


class Early(NamedTuple):
    """A name that was used before it was defined: the failure, and the names of the module it is in."""

    failure: list[Any]
    name: str
    namespace: dict[str, Any]


class Piece(NamedTuple):
    """A part of a source that is run by itself: a statement, or the error of a source that ends in one."""

    label: str
    statement: ast.stmt | None
    flags: int
    guarded: set[str]
    error: BaseException | None = None


class Loader:
    """Runs the sources of one submission, and remembers what failed and which names are missing for it."""

    def __init__(self, module: str, modules: Iterable[tuple[str, str]], describe: Describe) -> None:
        """Begin a new module. The code of a notebook may use `await` at its top, as in Jupyter."""
        self.namespace, self.describe = new_namespace(module), describe
        self.failures: list[list[Any]] = []
        self.lost: dict[str, Cause] = {}
        """Names that statements would have bound, had they not failed; `*` for those of a whole module."""
        self.is_notebook = module.startswith("__main__")
        self.flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if self.is_notebook else 0
        """Those of the compiler. As in Jupyter, a `from __future__ import …` counts in later cells, too."""
        self.guarded = set[str]()
        self.early: list[Early] = []
        self.tells_labels = self.is_notebook
        """Whether a cause tells its label. Of a script alone, the line is enough."""
        self.modules = serve_modules(module, dict(modules), self._run_module)
        self.pieces: list[Piece] = []
        """The statements of all sources, where they are run one by one."""

    def run(self, label: str, source: str) -> None:
        """Run one source. Where a statement fails, the rest is run statement by statement."""
        self._tell_file(label)
        try:
            code = self._compiled(source, label)
        except BaseException:  # noqa: BLE001 - whatever ends the compiler is told with the statements
            self._run_pieces(self._split(label, source))
            return
        try:
            self._execute(code)
        except BaseException as error:  # noqa: BLE001 - a statement that fails is a fact to report
            self._go_on(label, source, code, error)

    def split(self, cells: Iterable[Sequence[str]]) -> int:
        """Prepare to run the statements of all sources one by one; return how many there are."""
        cells = list(cells)
        self._tell_file(cells[0][0] if cells else "")
        self.pieces = [piece for label, source in cells for piece in self._split(label, source)]
        return len(self.pieces)

    def run_between(self, first: int, last: int) -> None:
        """Run the statements from `first` up to and without `last`."""
        self._run_pieces(self.pieces[first:last])

    def skip(self, first: int, last: int) -> None:
        """Leave out these statements, and tell where they are."""
        for number, piece in enumerate(self.pieces[first:last]):
            line = lines_of(piece.statement)[0] if piece.statement else 0
            described = [SKIPPED, "", piece.label, line, "", 0]
            self._lose(piece.statement, self._cause(piece.label, described))
            if number == 0:
                self.failures.append(described)

    def _tell_file(self, label: str) -> None:
        """Define `__file__` for a script. Jupyter does not define it for a notebook."""
        if not self.is_notebook:
            self.namespace.setdefault("__file__", f"{HOME}/{label}")

    def cause_of(self, name: str, whole_modules: bool = True) -> Cause | None:
        """Return why a name is missing, if a failed statement would have defined it.

        Args:
            whole_modules: Whether a failed `from … import *` may be the reason.
        """
        return self.lost.get(name) or (self.lost.get("*") if whole_modules else None)

    def cause_of_error(self, error: BaseException) -> tuple[str, Cause] | None:
        """Return the name that an error is about, and why that is missing, if a failed statement is why."""
        name = name_missing_in(error)
        cause = self.cause_of(name) if name else None
        return (name, cause) if cause else None

    def tell_what_was_early(self) -> None:
        """Say of each name that was used too early that it is defined further down, once it is."""
        for failure, name, namespace in self.early:
            if name in namespace:
                failure[1] = f"name {name!r} {TOO_EARLY}"

    def _run_module(self, label: str, source: str, namespace: dict[str, Any]) -> None:
        """Run a module that the submission brings along. There, too, a line that fails costs that line."""
        inner = copy.copy(self)  # what fails is noted in the same place
        inner.namespace, inner.flags, inner.is_notebook, inner.tells_labels = namespace, 0, False, True
        inner.run(label, source)

    def _compiled(self, source: str, label: str) -> types.CodeType:
        """Return a source's code. Its syntax tree is made only if it has a `try`: that takes a while."""
        parsed = parse_cell(source, label, self.flags)
        if isinstance(parsed, types.CodeType):
            self._guard(set())
            code: types.CodeType = parsed
        else:
            self._guard(guarded_imports(parsed))
            code = compile(parsed, label, "exec", self.flags, dont_inherit=True)
        if self.is_notebook:
            self.flags |= code.co_flags & FUTURES
        return code

    def _guard(self, packages: set[str]) -> None:
        self.guarded |= packages
        apply_import_policy(self.modules.importers, self.guarded, self.modules.names)

    def _execute(self, code: types.CodeType) -> None:
        if code.co_flags & COROUTINE:
            from autograder.worker.coroutines import run_to_its_end  # asyncio takes a while to import

            run_to_its_end(eval(code, self.namespace))
        else:
            exec(code, self.namespace)

    def _go_on(self, label: str, source: str, code: types.CodeType, error: BaseException) -> None:
        """Note that a whole source has failed in one statement, and run the statements behind it."""
        pieces = list(self._split(label, source))
        statements = [piece.statement for piece in pieces if piece.statement]
        failed = failed_statement(statements, code, sys.exc_info()[2])
        self._fail(error, label, None if failed is None else statements[failed])
        if failed is not None:
            self._run_pieces(pieces[failed + 1 :])

    def _split(self, label: str, source: str) -> Iterator[Piece]:
        """Yield the statements of a source. If it has a syntax error, yield that, and those before it."""
        error: BaseException | None = None
        try:
            tree = parsed_statements(source, label)
        except BaseException as raised:  # noqa: BLE001 - the compiler can also run out of memory or of its stack
            error, tree = raised, ast.Module([], [])
            line = line_of_error(raised, source)
            if line:
                with contextlib.suppress(BaseException):
                    tree = parsed_statements(complete_statements(source, line), label)
        flags, guarded = self.flags | future_flags(tree.body), guarded_imports(tree)
        if self.is_notebook:
            self.flags = flags
        if error:  # told first, as Python does
            yield Piece(label, None, flags, guarded, error)
        for statement in tree.body:
            yield Piece(label, statement, flags, guarded)

    def _run_pieces(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            try:
                self._run_piece(piece)
            except BaseException as error:  # noqa: BLE001 - a statement that fails is a fact to report
                self._fail(error, piece.label, piece.statement)

    def _run_piece(self, piece: Piece) -> None:
        if piece.error:
            raise piece.error
        self._guard(piece.guarded)
        statement = piece.statement
        if statement and not is_text(statement):  # a text alone would become the module's docstring
            module = ast.Module([statement], [])
            self._execute(compile(module, piece.label, "exec", piece.flags, dont_inherit=True))

    def _fail(self, error: BaseException, label: str, statement: ast.stmt | None) -> None:
        described = self.describe(error)
        if statement and not described[2]:  # the error hides where it comes from, or has no place
            described[2:4] = label, lines_of(statement)[0]
        if len(self.failures) < MAX_FAILURES:
            self.failures.append(described)
            if name := name_missing_in(error):
                self.early.append(Early(described, name, self.namespace))
        earlier = self.cause_of_error(error)
        self._lose(statement, earlier[1] if earlier else self._cause(label, described))

    def _cause(self, label: str, described: list[Any]) -> Cause:
        """Return a failure of a statement in the source `label` as the cause of what is missing."""
        place = described[2]
        own_line = place == label and not self.tells_labels
        return Cause("" if own_line else place, described)

    def _lose(self, statement: ast.stmt | None, cause: Cause) -> None:
        for name in bound_names(statement) if statement else ():
            self.lost.setdefault(name, cause)


def name_missing_in(error: BaseException) -> str:
    """Return the name that a NameError is about, an empty text if it is about none."""
    with contextlib.suppress(BaseException):  # the error's attributes are the student's code, too
        name: Any = error.name if isinstance(error, NameError) else None
        return name if type(name) is str else ""
    return ""


def line_of_error(error: BaseException, source: str) -> int:
    """Return the line in which a source is no Python, 0 if that is not known.

    Python tells no line of null bytes.
    """
    if isinstance(error, SyntaxError) and error.lineno:
        return error.lineno
    return source.count("\n", 0, source.index("\0")) + 1 if "\0" in source else 0


def is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def parsed_statements(source: str, label: str) -> ast.Module:
    """Return the syntax tree of a source, as it stands or without magics."""
    try:
        return ast.parse(source, label)
    except SyntaxError:
        return ast.parse(without_magics(source), label)


def parse_cell(source: str, label: str, flags: int = 0) -> ast.Module | types.CodeType:
    """Return a cell's syntax tree, or its code if it has no `try`: that takes a quarter of the time.

    Magics and shell lines are blanked out, but only in a cell that is no Python as it stands.
    """
    with contextlib.suppress(SyntaxError):
        if TRY.search(source):
            return ast.parse(source, label)
        code: types.CodeType = compile(source, label, "exec", flags, dont_inherit=True)
        return code
    return parsed_statements(source, label)


def without_magics(source: str) -> str:
    """Return a cell in which `%magic`, `!shell` and `help?` lines are `pass`.

    A cell in another language, such as `%%bash`, becomes empty. `%run tools.py` imports what is in that file.
    What the shell or a magic returns, as in `names = !ls`, is a stand-in.
    """
    lines, start = source.split("\n"), source.lstrip()
    if start.startswith("%%") and not start.startswith(("%%time", "%%capture")):
        return ""
    for index, line in enumerate(lines):
        code = line.strip()
        indent = line[: len(line) - len(line.lstrip())]
        if found := RUN_FILE.match(code):
            lines[index] = f"{indent}from {found[1].replace('/', '.')} import *"
        elif code.startswith(("%", "!", "?")) or (code.endswith("?") and not code.startswith("#")):
            lines[index] = f"{indent}pass"
        elif found := FROM_MAGIC.match(line):
            lines[index] = f"{found[1]}get_ipython()"
    return "\n".join(lines)


def new_namespace(name: str) -> dict[str, Any]:
    """Return the namespace of a new module. It is in `sys.modules`, which dataclasses and pickle need.

    Jupyter's `display` and `get_ipython` exist and do nothing, and so does `grader`, which a cell of the
    notebook that was handed out defines: that cell is not run.
    """
    vars(builtins).update(display=Inert("IPython"), get_ipython=Inert("IPython"), grader=Inert("otter"))
    sys.modules[name] = types.ModuleType(name)
    return sys.modules[name].__dict__
