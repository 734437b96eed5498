"""Serving a submission: load its cells into a module, then answer requests for its names, one at a time.

A request is `[id, operation, …]`, a reply `[id, outcome, …]`. Whatever the student's code raises or
returns becomes plain data in here, in the process that may be lost.
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
from autograder.worker.plain import Unwritten, text_of, to_plain

GUARD = re.compile(
    r"try[\s\\]*:"
)  # as long as it begins with a plain text, a long source is searched in no time


class Absent(Exception):
    """The submission has no such name; the text is one that it has and that looks like it."""


class RequestHandler:
    """The module that a submission's cells make, and the answers it gives."""

    def __init__(self, namespace: dict[str, Any] | None = None) -> None:
        self.namespace, self.own = namespace or {}, namespace is not None
        self.arguments: list[Any] = []
        self.labels: set[str] = set()

    def handle(self, operation: str, *content: Any, prefix: Sequence[int] = ()) -> bytes:
        """Return the frame of the outcome of one request, after a `prefix`; nothing that the student's code does gets past here."""
        try:
            return wire.encode([*prefix, "value", getattr(self, f"handle_{operation}")(*content)], to_plain)
        except Unwritten:
            outcome = ["unwritten"]
        except Absent as error:
            outcome = ["absent", text_of(error)]
        except wire.WireError as error:
            outcome = ["unsendable", text_of(error)]
        except BaseException as error:  # whatever a student raises, SystemExit included, is an answer
            if self.own and isinstance(error, KeyboardInterrupt):
                raise  # our own code is asked in the grader's process, where this is Ctrl-C
            outcome = ["raised", *self.describe(error)]
        return wire.encode([*prefix, *outcome])

    def handle_load(self, module: str, cells: list[list[Any]]) -> list[list[Any]]:
        """Run the cells, each a label and a source, in order. Return the failures; like in Jupyter, they stop no later cell."""
        failures, self.namespace, guarded = [], new_namespace(module), set[str]()
        for label, source in cells:
            self.labels.add(label)
            try:
                code, guards = compiled(source, label)
                guarded |= guards
                apply_import_policy(module, guarded)
                exec(code, self.namespace)
            except BaseException as error:  # noqa: BLE001 - a cell that fails is a fact to report
                failures.append(self.describe(error))
        return failures

    def handle_get(self, name: str) -> Any:
        value = self.find(name)
        if callable(value):
            raise wire.WireError("a function")
        return value

    def handle_call(self, name: str, arguments: list[Any], keywords: dict[str, Any]) -> Any:
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
        """Answer requests that travel together, each as if it had come alone; return the frames of their replies in a row."""
        return b"".join([self.handle(*request) for request in batch.unpack(requests)])

    def find(self, name: str) -> Any:
        if name not in self.namespace:
            raise Absent(similar(name, self.namespace))
        return self.namespace[name]

    def describe(self, error: BaseException) -> list[Any]:
        """Return an exception's type, text, cell and line, and of a syntax error that line's text and column, as far as it can be asked."""
        told: list[Any] = ["an exception", text_of(error), "", 0, "", 0]
        with contextlib.suppress(BaseException):  # its attributes are the student's code too
            told[0] = text_of(type(error).__name__)
            places = [
                (frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)
            ]
            told[2:4] = next((place for place in reversed(places) if place[0] in self.labels), ("", 0))
            if isinstance(error, SyntaxError) and error.filename in self.labels:
                told[1:5] = (
                    text_of(error.msg),
                    text_of(error.filename),
                    int(error.lineno or 0),
                    text_of(error.text or "").strip(),
                )
                told[5] = max(
                    1, int(error.offset or 0) - len(error.text or "") + len((error.text or "").lstrip())
                )
        return told


def similar(name: str, others: Iterable[object]) -> str:
    """Return which of the others is as good as the same name to a person; an empty text where none is."""
    known = {own.lower().replace("_", ""): own for own in others if type(own) is str}
    return next(
        (known[close] for close in difflib.get_close_matches(name.lower().replace("_", ""), known, 1, 0.85)),
        "",
    )


def compiled(source: str, label: str) -> tuple[types.CodeType, set[str]]:
    """Return a cell's code, and the packages whose imports it guards."""
    parsed = parse_cell(source, label)
    if isinstance(parsed, types.CodeType):
        return parsed, set()
    return compile(parsed, label, "exec", dont_inherit=True), guarded_imports(parsed)


def parse_cell(source: str, label: str) -> ast.Module | types.CodeType:
    """Parse a cell; only where it is no Python as it stands, magics and shell lines are blanked out.

    One that can't guard an import is compiled at once, which costs a quarter of a tree.
    """
    with contextlib.suppress(SyntaxError):
        return (
            ast.parse(source, label)
            if GUARD.search(source)
            else compile(source, label, "exec", dont_inherit=True)
        )
    try:
        return ast.parse(source, label)
    except SyntaxError:
        return ast.parse(without_magics(source), label)


def without_magics(source: str) -> str:
    """Return a notebook cell with `%magic`, `!shell` and `help?` lines blanked out; a whole cell where its magic isn't Python's."""
    lines, start = source.split("\n"), source.lstrip()
    if start.startswith("%%") and not start.startswith(("%%time", "%%capture")):
        return ""
    for index, line in enumerate(lines):
        code = line.strip()
        if code.startswith(("%", "!", "?")) or (code.endswith("?") and not code.startswith("#")):
            lines[index] = line[: len(line) - len(line.lstrip())] + "pass"
    return "\n".join(lines)


def new_namespace(name: str) -> dict[str, Any]:
    """Return the namespace of a new module that `import` knows by its name, so that classes in it work; Jupyter's own names do nothing."""
    vars(builtins).update(display=Inert(), get_ipython=Inert())
    sys.modules[name] = types.ModuleType(name)
    return sys.modules[name].__dict__


def serve(descriptor_in: int, descriptor_out: int) -> None:
    """Answer requests until the other side hangs up."""
    servant, sys.argv[1:] = RequestHandler(), []
    while True:
        request, operation, *content = receive(descriptor_in)
        unsent = memoryview(servant.handle(operation, *content, prefix=[request]))
        while unsent:
            unsent = unsent[os.write(descriptor_out, unsent) :]


def receive(descriptor: int) -> list[Any]:
    head = read_exactly(descriptor, 4)
    request: list[Any] = wire.decode(head + read_exactly(descriptor, wire.frame_length(head) - 4))
    return request


def read_exactly(descriptor: int, length: int) -> bytes:
    data = bytearray()
    while len(data) < length:
        piece = os.read(descriptor, min(length - len(data), 1 << 20))
        if not piece:
            os._exit(0)
        data += piece
    return bytes(data)
