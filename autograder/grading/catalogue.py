"""The mistakes of an exercise, and what they and the solution reply to the requests of its checks.

Mistakes are our own code, so they are asked in this very process. Checks make the same requests to every
submission, so the mistakes' replies are kept for the class.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple, TypeAlias

from autograder.checks.result import Awaited
from autograder.checks.time_limit import TooSlow, cpu_limit
from autograder.errors import AuthorError
from autograder.exercises.data_files import data_files
from autograder.exercises.layout import INPUTS, SETTINGS, STORED_REPLIES
from autograder.exercises.load import run_beside
from autograder.exercises.overlays import Overlay, mistakes, parts
from autograder.exercises.settings import read_settings
from autograder.exercises.slips import slip
from autograder.exercises.solution import as_module
from autograder.exercises.traits import Traits, read_traits
from autograder.grading.equality import Canonical, Reply, ReplyStore, as_checked
from autograder.grading.own_files import FilesHandler, OwnFiles
from autograder.sandbox.limits import Limits
from autograder.session.budget import LOADING_CALLS
from autograder.session.request import Exchange, depends, reads_file
from autograder.worker import wire
from autograder.worker.server import RequestHandler

ARGUMENTS = wire.encode(["arguments"])  # asks what the last call has made of its arguments
ENDLESS: tuple[Any, ...] = ("raised", "TimeoutError", "no reply", "", 0, "", 0, [])
"""What code that does not come back replies. No submission's reply is the same: it gives none, either."""
SLOWER = 2
"""So many times as long as a submission may our own code take."""
UNSTEADY = re.compile(r"\bempty|random")  # code whose replies are luck

Frames: TypeAlias = tuple[bytes, ...]
"""The frames to send for one reply, that of the last.

A call; a call and then ARGUMENTS; or an operation, after all that the check had done before it.
"""


class Inquiry(NamedTuple):
    """What is sent for one reply, and which exception the check waits for, if it does."""

    frames: Frames
    awaited: Awaited | None = None


Sources: TypeAlias = Sequence[tuple[str, str]]
"""Sources of one exercise, each with the name of its file: a solution, and mistakes on top."""
MistakeStack: TypeAlias = tuple[Overlay, ...]
"""A mistake, or two, the second on top of the first. The empty stack is the solution."""


class KnownReplies:
    """What the solution and the mistakes reply to one request. Each is asked when it is first needed."""

    def __init__(self, catalogue: Catalogue, inquiry: Inquiry, store: ReplyStore) -> None:
        self.inquiry, self._catalogue, self._store = inquiry, catalogue, store
        self._replies = catalogue.stored_replies(inquiry)

    def reply(self, stack: MistakeStack) -> Reply:
        """Return the reply of the solution or of one mistake. Of pairs there are too many to keep replies."""
        if stack not in self._replies:
            self._replies[stack] = ask(self._catalogue.handler(*stack), self.inquiry, self._store)
        return self._replies[stack]

    def shows(self, mistake: MistakeStack) -> bool:
        """Return whether a mistake differs from the solution here."""
        return not self._store.same(self.reply(mistake), self.reply(()))

    @cached_property
    def showing(self) -> frozenset[MistakeStack]:
        """All mistakes that differ from the solution here."""
        return frozenset(mistake for mistake in self._catalogue.candidates if self.shows(mistake))


@contextlib.contextmanager
def no_input() -> Iterator[None]:
    """Let nothing be read from the input stream, which is the command's own."""
    stdin, sys.stdin = sys.stdin, io.StringIO()
    try:
        yield
    finally:
        sys.stdin = stdin


def ask(handler: RequestHandler, inquiry: Inquiry, store: ReplyStore) -> Reply:
    """Return the reply to the last frame of an inquiry.

    Where it depends on those before it, they are mostly what this handler was asked last: then they are not
    asked again.
    """
    first, frames = 0, inquiry.frames
    depend = any(map(depends, frames))
    if depend and handler.conversation == frames[:-1]:
        first = len(frames) - 1
    elif depend or (handler.files and handler.files.scratch):
        handler.objects.do_forget()
        handler.handle_begin()
        handler.conversation = ()
    if depend and frames[-1] != ARGUMENTS:
        handler.conversation = frames
    with no_input():
        *_, frame = [handler.handle(*wire.decode(frame, wire.REQUEST)) for frame in frames[first:]]
    return as_checked(store.decoded(frame), inquiry.awaited)


class OwnCode(FilesHandler):
    """Replies as the solution does, or a mistake, in this very process.

    What takes much longer than a submission may take counts as endless. It is not asked again.
    """

    def __init__(self, names: dict[str, Any], seconds: float, files: OwnFiles) -> None:
        super().__init__(names, files)
        self.seconds, self.endless = seconds, False

    def handle(self, operation: str, *content: Any, prefix: Sequence[int] = ()) -> bytes:
        reply = b""
        if not self.endless:
            # The limit is the inner one: it must not end the change of what `open` is.
            with (
                self.own_files.in_force(),
                contextlib.suppress(TooSlow),
                cpu_limit(self.seconds) as limit,
            ):
                reply = RequestHandler.handle(self, operation, *content, prefix=prefix)
            self.endless = limit.exceeded
        return wire.encode([*prefix, *ENDLESS]) if self.endless else reply


class Catalogue:
    """The mistakes of one exercise, ready to be asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seconds = Limits().at_least(read_settings(folder / SETTINGS).limits).call_seconds
        """What a call of a submission may take."""
        self.files = data_files(folder)
        self.handler = cache(self.new_handler)
        """Returns the handler of some mistakes that every submission shares."""
        self.canonical = canonical_of(folder)
        self.store = ReplyStore(canonical=self.canonical)
        self._compiled: dict[str, CodeType] = {}
        self._known: dict[Inquiry, KnownReplies] = {}
        self._values: dict[Inquiry, Mapping[str, str] | None] = {}

    @cached_property
    def mistakes(self) -> list[Overlay]:
        return [Overlay(*values) for values in self._stored[0]] or mistakes(self.folder)

    @cached_property
    def candidates(self) -> list[MistakeStack]:
        """The mistakes that can be named: no other has the same replies, and earlier calls don't matter."""
        return [(one,) for one in self.mistakes if not one.same_as and not one.remembers]

    @cached_property
    def traits(self) -> dict[str, Traits]:
        """What the inputs of functions can be like; nothing where it is not declared."""
        return read_traits(self.folder)

    def values_of(self, inquiry: Inquiry) -> Mapping[str, str] | None:
        """Return the values of the traits of a call; None for what is no call of a function with traits."""
        if inquiry not in self._values:
            self._values[inquiry] = None
            request = wire.decode(inquiry.frames[-1], wire.REQUEST)
            if len(inquiry.frames) == 1 and request[0] == "call" and request[1] in self.traits:
                self._values[inquiry] = self.traits[request[1]].of_call(*request[2:])
        return self._values[inquiry]

    def replies_alike(self, name: str, frame: bytes, reply: Reply) -> bool:
        """Return whether mistakes, named as `one` or `one + other`, give this reply to a request."""
        known = {one.name: one for one in self.mistakes}
        store = ReplyStore(canonical=self.canonical)  # a submission's replies are not kept for others
        stack = [known[part] for part in name.split(" + ")]
        return store.same(ask(self.new_handler(*stack), Inquiry((frame,)), store), reply)

    def new_handler(self, *stack: Overlay) -> RequestHandler:
        """Return what replies as the solution does with these mistakes put on top, one after the other."""
        names: dict[str, Any] = {}
        files, sources = OwnFiles(self.files), parts(self.folder, *stack)
        with (
            contextlib.redirect_stdout(io.StringIO()),
            no_input(),
            files.in_force(),
            contextlib.suppress(TooSlow),
            cpu_limit(LOADING_CALLS * self.seconds) as limit,
        ):
            names = self._names(sources, self.folder.name, (EOFError,))
        files.table.keep_scratch()
        handler = OwnCode(names, SLOWER * self.seconds, files)
        handler.endless = limit.exceeded
        handler.run_again = partial(self._run_as_program, handler, sources)
        return handler

    def _names(
        self, sources: Sources, name: str, suppressed: tuple[type[Exception], ...] = ()
    ) -> dict[str, Any]:
        """Run sources, each on top of those before it; return the names.

        Args:
            name: What `__name__` is.
            suppressed: Exceptions after which the rest is run. A program may ask for input that is not there.
        """
        names: dict[str, Any] = {"__name__": name}
        for depth, (file, source) in enumerate(sources):
            names = dict(names) if depth > 1 else names  # functions of what lies below keep their own names
            with as_module(names), contextlib.suppress(*suppressed):
                exec(self._code(file, source), names)
        return names

    def _run_as_program(self, handler: RequestHandler, sources: Sources) -> list[list[Any]]:
        try:
            self._names(sources, "__main__")
        except Exception as error:  # noqa: BLE001 - a mistake may raise: that is what it replies
            return [handler.describe_error(error)]
        return []

    def _code(self, name: str, source: str) -> CodeType:
        if name not in self._compiled:
            self._compiled[name] = compile(source, name, "exec", dont_inherit=True)
        return self._compiled[name]

    def known(self, inquiry: Inquiry) -> KnownReplies:
        """Return the replies to a request that every submission gets. They are kept for the class."""
        if inquiry not in self._known:
            self._known[inquiry] = KnownReplies(self, inquiry, self.store)
        return self._known[inquiry]

    def file_of_replies(self, exchanges: Iterable[Sequence[Exchange]]) -> bytes:
        """Return the mistakes, and their replies to what some checks asked, as the file `STORED_REPLIES`.

        A container grades only one submission: asking all mistakes would take longer than the grading.
        Replies that are luck are left out.
        """
        frames, rows = dict[bytes, int](), dict[str, list[int]]()
        for one in exchanges:
            for inquiry in inquiries(one):
                replies = [self.known(inquiry).reply(stack) for stack in self.steady]
                rows[_digest(inquiry)] = [
                    frames.setdefault(wire.encode(reply), len(frames)) for reply in replies
                ]
        return wire.encode([[list(vars(one).values()) for one in self.mistakes], list(frames), rows])

    def stored_replies(self, inquiry: Inquiry) -> dict[MistakeStack, Reply]:
        """Return the replies to a request that a zip has brought."""
        _, stored, rows = self._stored
        row = rows.get(_digest(inquiry), []) if rows else []
        return {
            stack: self.store.decoded(stored[index]) for stack, index in zip(self.steady, row, strict=False)
        }

    @cached_property
    def steady(self) -> list[MistakeStack]:
        """The solution, then the mistakes that can be named and whose replies are no luck."""
        return [(), *(stack for stack in self.candidates if not UNSTEADY.search(stack[0].source))]

    @cached_property
    def _stored(self) -> tuple[list[list[Any]], list[bytes], dict[str, list[int]]]:
        """What a zip brings: the mistakes, all replies, and by request which reply each steady one gives."""
        file = self.folder / STORED_REPLIES
        overlays, frames, rows = (
            wire.decode(file.read_bytes(), wire.REQUEST) if file.is_file() else ([], [], {})
        )
        return overlays, frames, rows


def inquiries(exchanges: Iterable[Exchange]) -> Iterator[Inquiry]:
    """Yield what has to be sent for each reply of a conversation."""
    call: Frames = ()
    before: Frames = ()
    all_before: Frames = ()
    for exchange in exchanges:
        if reads_file(exchange.frame):
            before = all_before
        all_before = (*all_before, exchange.frame)
        if exchange.frame == ARGUMENTS:
            yield Inquiry((*call, ARGUMENTS))
        elif exchange.depends:
            before = call = (*before, exchange.frame)
            yield Inquiry(call, exchange.awaited)
        else:
            call = (exchange.frame,)
            yield Inquiry(call, exchange.awaited)


def canonical_of(folder: Path) -> Canonical:
    """Return how an exercise compares texts: `CANONICAL` in its inputs.py, or exactly. Raises AuthorError."""
    file = folder / INPUTS
    try:
        canonical: Canonical = run_beside(file).get("CANONICAL", str) if file.is_file() else str
    except Exception as error:
        raise AuthorError(slip(error, file, "does not load")) from error
    return canonical


def _digest(inquiry: Inquiry) -> str:
    return hashlib.sha256(b"".join([*inquiry.frames, repr(inquiry.awaited).encode()])).hexdigest()[:32]
