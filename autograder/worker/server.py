"""The server in a worker: loads a submission's cells into a module, then handles requests for its names.

A request is `[id, operation, …]`, a reply `[id, kind, …]`. Whatever the student's code returns or
raises becomes plain data here, in the process that may be lost.
"""

from __future__ import annotations

import contextlib
import difflib
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from autograder.worker import batch, wire
from autograder.worker.classes import identities
from autograder.worker.drawings import OwnFigures
from autograder.worker.file_table import FileTable
from autograder.worker.frames import Frame
from autograder.worker.loading import Cause, Loader
from autograder.worker.memory_files import there_instead
from autograder.worker.objects import Absent, DescribedError, Objects, written
from autograder.worker.operations import Operation
from autograder.worker.plain import MAX_TEXT, Unwritten, text_of, to_plain
from autograder.worker.stand_ins import STAND_INS

MAX_OTHERS = 100
"""Characters that the text of an error has of files that are there."""
BEGIN = ["begin"]
"""The request with which a check begins."""


class Lost(Exception):
    """A name is missing since a line has failed while loading. Its fields are those of a `lost` reply."""

    def __init__(self, name: str, cause: Cause) -> None:
        super().__init__(name)
        self.fields: list[Any] = [name, *cause.fields]


class RequestHandler:
    """Handles the requests for one module: of a submission's cells, or the `namespace` of our own code.

    Args:
        files: All that the code can open. Without it, files are those of the machine.
    """

    def __init__(self, namespace: dict[str, Any] | None = None, files: FileTable | None = None) -> None:
        self.namespace, self.files = namespace or {}, files
        self.trusted = namespace is not None
        self.objects = Objects(self)
        self.run_again: Callable[[], list[list[Any]]] | None = None
        """Runs the cells as a program, with new names; returns how they failed."""
        self.labels: set[str] = set()
        """The labels of cells and modules, which are the file names in a traceback."""
        self.loader: Loader | None = None
        self.conversation: tuple[bytes, ...] = ()
        """What was asked last, one after the other, where it is kept to go on from there."""

    def handle(self, operation: str, *content: Any, prefix: Sequence[int] = ()) -> bytes:
        """Return the frame of the reply to one request; the `prefix` comes before its kind.

        Whatever the student's code raises is a reply, too: no exception leaves this method.
        """
        try:
            return wire.encode([*prefix, "value", getattr(self, f"handle_{operation}")(*content)], to_plain)
        except Unwritten:
            reply: list[Any] = ["unwritten"]
        except Absent as error:
            reply = ["absent", *map(text_of, error.args)]
        except Lost as error:
            reply = ["lost", *error.fields]
        except wire.WireError as error:
            reply = ["unsendable", text_of(error)]
        except DescribedError as error:
            reply = ["raised", *error.args[0], []]
        except BaseException as error:  # students can raise SystemExit and KeyboardInterrupt, too
            if self.trusted and isinstance(error, KeyboardInterrupt):
                raise  # our own code runs in the grader's process, where this is Ctrl-C
            reply = self.error_reply(error)
        return wire.encode([*prefix, *reply])

    def handle_load(
        self,
        module: str,
        cells: list[list[Any]],
        modules: Iterable[tuple[str, str]] = (),
        files: Mapping[str, bytes] | None = None,
    ) -> list[list[Any]]:
        """Run the cells in order, each a label and a source. A line that fails stops no later one.

        Return the failures, as `describe_error` describes them.

        Args:
            modules: Dotted paths and sources of the modules that the submission brings along.
            files: The files of the exercises, by their names.
        """
        loader = self._begin(module, cells, modules, files)
        for label, source in cells:
            loader.run(label, source)
        return self._loaded(loader)

    def handle_split(
        self,
        module: str,
        cells: list[list[str]],
        modules: Iterable[tuple[str, str]],
        files: Mapping[str, bytes] | None = None,
    ) -> int:
        """Prepare to run the statements of the cells one by one; return how many there are."""
        return self._begin(module, cells, modules, files).split(cells)

    def handle_run(self, first: int, last: int, skip: bool) -> list[list[Any]]:
        """Run the statements from `first` up to and without `last`, or skip them.

        Return all failures since `split`, as `describe_error` describes them.
        """
        if not self.loader:
            return []
        (self.loader.skip if skip else self.loader.run_between)(first, last)
        return self._loaded(self.loader)

    def _loaded(self, loader: Loader) -> list[list[Any]]:
        """Return the failures, and let each check begin with the files that are there now."""
        loader.tell_what_was_early()
        if self.files:
            self.files.keep_scratch()
        return loader.failures

    def handle_begin(self) -> None:
        """Begin another check: it does not see what an earlier one has written."""
        if self.files:
            self.files.begin_check()

    def _begin(
        self,
        module: str,
        cells: list[list[str]],
        modules: Iterable[tuple[str, str]],
        files: Mapping[str, bytes] | None = None,
    ) -> Loader:
        if self.files:
            self.files.serve_exercise(files or {})
        self.loader = loader = Loader(module, modules, self.describe_error)
        self.namespace = loader.namespace
        self.run_again = partial(run_as_program, module, cells, modules)
        self.labels.update(loader.modules.labels.values(), (label for label, _ in cells))
        return loader

    def handle_get(self, name: str) -> Any:
        """Return the value of a name that is no function."""
        value = self.find(name)
        if callable(value) and not isinstance(value, STAND_INS):
            raise wire.WireError("a function")
        return value

    def handle_call(self, name: str, arguments: list[Any], keywords: dict[str, Any]) -> Any:
        """Call a function; return its result."""
        function = self.find(name)
        if function is Ellipsis:
            raise Unwritten
        if not callable(function):
            raise wire.WireError(f"no function: {text_of(type(function).__name__)}")
        sent = arguments
        if any(type(one) is Frame for one in (*arguments, *keywords.values())):  # deeper ones are operations
            arguments, keywords = self.objects.resolve(arguments), self.objects.resolve(keywords)
        self.objects.arguments, self.objects.sent = arguments, sent
        with self.objects.reading(), OwnFigures():
            return written(function, function(*arguments, **keywords))

    def handle_do(self, operation: Operation, revealed: bool) -> Any:
        """Carry out an operation on the submission's values; return its value if it is to be revealed."""
        return self.objects.do(operation, revealed)

    def handle_arguments(self) -> list[Any]:
        """Return the arguments of the last call, as the student's code left them."""
        return self.objects.arguments_after()

    def handle_batch(self, requests: bytes) -> bytes:
        """Handle the requests of a batch one after another; return the frames of their replies in a row.

        BEGIN stands before the requests of each check, and has no reply.
        """
        frames = list[bytes]()
        for request in batch.unpack(requests):
            if request == BEGIN:
                self.handle_begin()
            else:
                frames.append(self.handle(*request))
        return b"".join(frames)

    def find(self, name: str) -> Any:
        if name in self.namespace:
            return self.namespace[name]
        similar = similar_name(name, self.namespace)
        cause = self.loader.cause_of(name, whole_modules=not similar) if self.loader else None
        raise Lost(name, cause) if cause else Absent(similar, name)

    def error_reply(self, error: BaseException) -> list[Any]:
        """Return the reply about an exception. It is `lost` if a failed line would have defined the name."""
        if self.loader and (found := self.loader.cause_of_error(error)):
            return ["lost", *Lost(*found).fields]
        self.objects.raised = type(error)
        return ["raised", *self.describe_error(error), self._identities(error)]

    def _identities(self, error: BaseException) -> list[str]:
        try:
            return identities(type(error), self.namespace)
        except BaseException:  # noqa: BLE001 - the names of a class may be the student's code, too
            return []

    def describe_error(self, error: BaseException) -> list[Any]:
        """Return an exception's type, text, cell and line, and a syntax error's source line and column.

        Some may be missing: the exception's attributes are the student's code, too, and may raise.
        Columns count from 1, in the text without its indentation.
        """
        found: list[Any] = ["an exception", text_of(error), "", 0, "", 0]
        with contextlib.suppress(BaseException):
            found[0] = text_of(type(error).__name__)
            found[2:4] = self._place_of(error)
            if isinstance(error, FileNotFoundError) and self.files:
                others = there_instead(error.filename, self.files.names())[:MAX_OTHERS]
                found[1] = found[1][: MAX_TEXT - len(others)] + others
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


def run_as_program(
    module: str, cells: list[list[str]], modules: Iterable[tuple[str, str]]
) -> list[list[Any]]:
    """Run cells in a new namespace, where `__name__` is `__main__`; return how they failed."""
    handler = RequestHandler()
    loader = handler._begin(module, cells, modules)
    loader.namespace["__name__"] = "__main__"
    for label, source in cells:
        loader.run(label, source)
    return loader.failures


def similar_name(name: str, names: Iterable[object]) -> str:
    """Return the one of `names` that a person could have meant by `name`, an empty text if there is none."""
    by_letters = {other.lower().replace("_", ""): other for other in names if type(other) is str}
    matches = difflib.get_close_matches(name.lower().replace("_", ""), by_letters, 1, 0.85)
    return by_letters[matches[0]] if matches else ""


def serve(descriptor_in: int, descriptor_out: int, handler: RequestHandler | None = None) -> None:
    """Reply to requests until the other side closes the connection."""
    handler, sys.argv[1:] = handler or RequestHandler(), []
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
