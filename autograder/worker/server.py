"""The server in a worker: loads a submission's cells into a module, then handles requests for its names.

A request is `[id, operation, …]`, a reply `[id, outcome, …]`. Whatever the student's code returns or
raises becomes plain data here, in the process that may be lost.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import difflib
import os
import re
import sys
import traceback
import types
from collections.abc import Iterable, Sequence
from typing import Any

from autograder.worker import batch, wire
from autograder.worker.import_policy import Inert, apply_import_policy, guarded_imports
from autograder.worker.modules import serve_modules
from autograder.worker.plain import Unwritten, text_of, to_plain

TRY = re.compile(r"try[\s\\]*:")  # a pattern that begins with plain text is fast in a long source


class Absent(Exception):
    """The submission has no such name. The message is a similar name that it has, or empty."""


class RequestHandler:
    """Handles the requests for one module: of a submission's cells, or the `namespace` of our own code."""

    def __init__(self, namespace: dict[str, Any] | None = None) -> None:
        self.namespace = namespace or {}
        self.trusted = namespace is not None
        self.arguments: list[Any] = []
        """The arguments of the last call."""
        self.labels: set[str] = set()
        """The labels of the cells, which are the file names in a traceback."""

    def handle(self, operation: str, *content: Any, prefix: Sequence[int] = ()) -> bytes:
        """Return the frame of the reply to one request; the `prefix` comes before its outcome.

        Whatever the student's code raises is a reply, too: no exception leaves this method.
        """
        try:
            return wire.encode([*prefix, "value", getattr(self, f"handle_{operation}")(*content)], to_plain)
        except Unwritten:
            outcome = ["unwritten"]
        except Absent as error:
            outcome = ["absent", text_of(error)]
        except wire.WireError as error:
            outcome = ["unsendable", text_of(error)]
        except BaseException as error:  # students can raise SystemExit and KeyboardInterrupt, too
            if self.trusted and isinstance(error, KeyboardInterrupt):
                raise  # our own code runs in the grader's process, where this is Ctrl-C
            outcome = ["raised", *self.describe_error(error)]
        return wire.encode([*prefix, *outcome])

    def handle_load(
        self, module: str, cells: list[list[Any]], modules: Iterable[tuple[str, str]] = ()
    ) -> list[list[Any]]:
        """Run the cells in order, each a label and a source. As in Jupyter, a failure stops no later one.

        Return the failures, as `describe_error` describes them.

        Args:
            modules: Dotted paths and sources of the modules that the submission brings along.
        """
        failures, self.namespace, guarded = [], new_namespace(module), set[str]()

        def compile_guarded(source: str, label: str) -> types.CodeType:
            code, packages = compile_cell(source, label)
            guarded.update(packages)
            apply_import_policy(served.importers, guarded, served.names)
            return code

        served = serve_modules(module, dict(modules), compile_guarded)
        self.labels |= set(served.labels.values())
        for label, source in cells:
            self.labels.add(label)
            try:
                exec(compile_guarded(source, label), self.namespace)
            except BaseException as error:  # noqa: BLE001 - a cell that fails is a fact to report
                failures.append(self.describe_error(error))
        return failures

    def handle_get(self, name: str) -> Any:
        """Return the value of a name that is no function."""
        value = self.find(name)
        if callable(value):
            raise wire.WireError("a function")
        return value

    def handle_call(self, name: str, arguments: list[Any], keywords: dict[str, Any]) -> Any:
        """Call a function; return its result."""
        function = self.find(name)
        if function is Ellipsis:
            raise Unwritten
        if not callable(function):
            raise wire.WireError(f"no function: {text_of(type(function).__name__)}")
        self.arguments = arguments
        return function(*arguments, **keywords)

    def handle_arguments(self) -> list[Any]:
        """Return the arguments of the last call, as the student's code left them."""
        return self.arguments

    def handle_batch(self, requests: bytes) -> bytes:
        """Handle the requests of a batch one after another; return the frames of their replies in a row."""
        return b"".join([self.handle(*request) for request in batch.unpack(requests)])

    def find(self, name: str) -> Any:
        if name not in self.namespace:
            raise Absent(similar_name(name, self.namespace))
        return self.namespace[name]

    def describe_error(self, error: BaseException) -> list[Any]:
        """Return an exception's type, text, cell and line, and a syntax error's source line and column.

        Some may be missing: the exception's attributes are the student's code, too, and may raise.
        Columns count from 1, in the text without its indentation.
        """
        found: list[Any] = ["an exception", text_of(error), "", 0, "", 0]
        with contextlib.suppress(BaseException):
            found[0] = text_of(type(error).__name__)
            found[2:4] = self._place_of(error)
            if isinstance(error, SyntaxError) and error.filename in self.labels:
                line = error.text or ""
                indentation = len(line) - len(line.lstrip())
                found[1:5] = (
                    text_of(error.msg),
                    text_of(error.filename),
                    int(error.lineno or 0),
                    text_of(line).strip(),
                )
                found[5] = max(1, int(error.offset or 0) - indentation)
        return found

    def _place_of(self, error: BaseException) -> tuple[str, int]:
        """Return the label and line of the innermost frame in a cell."""
        frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
        return next((place for place in reversed(frames) if place[0] in self.labels), ("", 0))


def similar_name(name: str, names: Iterable[object]) -> str:
    """Return the one of `names` that a person could have meant by `name`, an empty text if there is none."""
    by_letters = {other.lower().replace("_", ""): other for other in names if type(other) is str}
    matches = difflib.get_close_matches(name.lower().replace("_", ""), by_letters, 1, 0.85)
    return by_letters[matches[0]] if matches else ""


def compile_cell(source: str, label: str) -> tuple[types.CodeType, set[str]]:
    """Return a cell's code, and the packages that it imports inside of `try`."""
    parsed = parse_cell(source, label)
    if isinstance(parsed, types.CodeType):
        return parsed, set()
    return compile(parsed, label, "exec", dont_inherit=True), guarded_imports(parsed)


def parse_cell(source: str, label: str) -> ast.Module | types.CodeType:
    """Return a cell's syntax tree, or its code if it has no `try`: that takes a quarter of the time.

    Magics and shell lines are blanked out, but only in a cell that is no Python as it stands.
    """
    with contextlib.suppress(SyntaxError):
        if TRY.search(source):
            return ast.parse(source, label)
        return compile(source, label, "exec", dont_inherit=True)
    try:
        return ast.parse(source, label)
    except SyntaxError:
        return ast.parse(without_magics(source), label)


def without_magics(source: str) -> str:
    """Return a cell in which `%magic`, `!shell` and `help?` lines are `pass`.

    A cell in another language, such as `%%bash`, becomes empty.
    """
    lines, start = source.split("\n"), source.lstrip()
    if start.startswith("%%") and not start.startswith(("%%time", "%%capture")):
        return ""
    for index, line in enumerate(lines):
        code = line.strip()
        if code.startswith(("%", "!", "?")) or (code.endswith("?") and not code.startswith("#")):
            lines[index] = line[: len(line) - len(line.lstrip())] + "pass"
    return "\n".join(lines)


def new_namespace(name: str) -> dict[str, Any]:
    """Return the namespace of a new module. It is in `sys.modules`, which dataclasses and pickle need.

    Jupyter's `display` and `get_ipython` exist and do nothing.
    """
    vars(builtins).update(display=Inert(), get_ipython=Inert())
    sys.modules[name] = types.ModuleType(name)
    return sys.modules[name].__dict__


def serve(descriptor_in: int, descriptor_out: int) -> None:
    """Reply to requests until the other side closes the connection."""
    handler, sys.argv[1:] = RequestHandler(), []
    while True:
        request_id, operation, *content = receive(descriptor_in)
        unsent = memoryview(handler.handle(operation, *content, prefix=[request_id]))
        while unsent:
            unsent = unsent[os.write(descriptor_out, unsent) :]


def receive(descriptor: int) -> list[Any]:
    """Return the next request. Ends the process when the connection is closed."""
    start = read_exactly(descriptor, 4)
    length = wire.frame_length(start, wire.REQUEST)
    request: list[Any] = wire.decode(start + read_exactly(descriptor, length - 4), wire.REQUEST)
    return request


def read_exactly(descriptor: int, length: int) -> bytes:
    """Return the next `length` bytes. Ends the process when the connection is closed."""
    data = bytearray()
    while len(data) < length:
        piece = os.read(descriptor, min(length - len(data), 1 << 20))
        if not piece:
            os._exit(0)
        data += piece
    return bytes(data)
