"""The known mistakes of an exercise, ready to be asked what they reply."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from functools import cache, cached_property, partial
from pathlib import Path
from types import CodeType
from typing import Any, TypeAlias

from autograder.exercises.overlays import Overlay, mistakes, solution_source
from autograder.grading.equality import alike
from autograder.session.request import Exchange
from autograder.worker import wire
from autograder.worker.server import RequestHandler

AFTER = wire.encode(["arguments"])  # the question that has to follow its call
STORED = "replies.wire"
UNSTEADY = re.compile(r"\bempty|random")  # code whose replies are luck
MistakeStack: TypeAlias = "tuple[Overlay, ...]"  # a mistake, and another one on top of it


def remembers(layers: MistakeStack) -> bool:
    return any(one.remembers for one in layers)


def is_cached(layers: MistakeStack) -> bool:
    """Whether a catalogue keeps what mistakes reply where all are asked the same. Of pairs there are too many."""
    return not layers or (len(layers) == 1 and not layers[0].remembers)


class MistakeReplies:
    """What mistakes reply to the requests of some exchanges, asked one by one and no further than wanted.

    Where the answer's replies are there, they are asked only about names that they reach; about others they reply as it does.
    """

    def __init__(
        self,
        servant: Callable[[], RequestHandler],
        common: MutableMapping[bytes, list[Any]],
        right: MistakeReplies | None = None,
        reaches: Callable[[str], bool] = bool,
    ) -> None:
        self.servant, self.common, self.right, self.reaches = servant, common, right, reaches
        self.known: list[list[Any]] = []

    def at(self, index: int, exchanges: Sequence[Exchange]) -> list[Any]:
        while len(self.known) <= index:
            self._ask(exchanges)
            while len(self.known) < len(exchanges) and exchanges[len(self.known)].frame == AFTER:
                self._ask(exchanges)
        return self.known[index]

    def _ask(self, exchanges: Sequence[Exchange]) -> None:
        at = len(self.known)
        if self.right and not self.reaches(exchanges[at].name):
            self.known.append(self.right.at(at, exchanges))
            return
        self.known.append(
            kept(self.common, self.servant().answer(*wire.decode(exchanges[at].frame)))
        )  # it has arguments of its own


def kept(common: MutableMapping[bytes, list[Any]], frame: bytes) -> list[Any]:
    """Return the reply of a frame, one and the same for each that is alike."""
    return common.get(frame) or common.setdefault(frame, wire.decode(frame))


class Catalogue:
    """The mistakes of one exercise, ready to be asked what they answer. They are our own code and run in this very process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._compiled: dict[str, CodeType] = {}
        self._replies: dict[tuple[MistakeStack, str], MistakeReplies] = {}
        self._servants: dict[MistakeStack, RequestHandler] = {}
        self._groups: dict[tuple[str, int], list[tuple[list[Any], set[MistakeStack]]]] = {}
        self._played: dict[tuple[MistakeStack, Sequence[str]], dict[str, MistakeReplies]] = {}
        self._reached: dict[tuple[Overlay, str], bool] = {}
        self._shown: dict[tuple[MistakeStack, str], list[int]] = {}
        self.common: dict[bytes, list[Any]] = {}
        """Each reply that is kept, once: most mistakes give the same ones, and what is the same is compared once."""
        self._alike: dict[tuple[int, int], bool] = {}

    @cached_property
    def mistakes(self) -> list[Overlay]:
        return [Overlay(*values) for values in self._stored[0]] or mistakes(self.folder)

    def servant(self, *layers: Overlay) -> RequestHandler:
        """Return what answers as the answer does with the first mistake in its place, and each other one on top of those before."""
        names: dict[str, Any] = {"__name__": self.folder.name}
        exec(self._code(self.folder.name, partial(solution_source, self.folder)), names)
        for depth, layer in enumerate(layers):
            names = dict(names) if depth else names  # what lies below keeps its own names
            exec(self._code(f"mistakes/{layer.name}", partial(str, layer.source)), names)
        return RequestHandler(names)

    def replies(self, layers: MistakeStack, case: str) -> MistakeReplies:
        """Return what mistakes reply in a check that asks every submission the same; it is kept."""
        if (layers, case) not in self._replies:
            _, frames, places = self._stored
            known = [frames[at] for at in places.get(case, {}).get(_name(layers), [])]
            self._replies[layers, case] = replies = MistakeReplies(
                partial(self.cached_handler, layers), self.common
            )
            replies.known += [kept(self.common, frame) for frame in known]
        return self._replies[layers, case]

    def unkept(
        self,
        layers: MistakeStack,
        case: str,
        servant: Callable[[], RequestHandler],
        common: MutableMapping[bytes, list[Any]],
    ) -> MistakeReplies:
        """Return what mistakes reply that remember, or a pair, as far as a servant of their own has to be asked."""
        return MistakeReplies(servant, common, self.replies((), case), partial(self.reaches, layers))

    def played(self, layers: MistakeStack, cases: Sequence[str]) -> dict[str, MistakeReplies]:
        """Return what mistakes that remember reply when they are asked just these cases in this order; it is kept."""
        if (layers, cases) not in self._played:
            servant = cache(partial(self.servant, *layers))
            self._played[layers, cases] = {
                case: self.unkept(layers, case, servant, self.common) for case in cases
            }
        return self._played[layers, cases]

    def reaches(self, layers: MistakeStack, name: str) -> bool:
        """Whether a function is one of these mistakes, or calls one: else it does what the answer's does."""
        return any(self._reaches(layer, name) for layer in layers)

    def _reaches(self, layer: Overlay, name: str) -> bool:
        if (layer, name) not in self._reached:
            names = self.cached_handler((layer,)).namespace
            codes, seen = [_code_of(names.get(name))], {name}
            for code in filter(None, codes):
                codes += [one for one in code.co_consts if isinstance(one, CodeType)]
                codes += [_code_of(names.get(used)) for used in code.co_names if used not in seen]
                seen |= {*code.co_names}
            self._reached[layer, name] = codes[0] is None or any(
                code.co_filename != self.folder.name for code in codes if code
            )
        return self._reached[layer, name]

    @cached_property
    def _stored(self) -> tuple[list[list[Any]], list[bytes], dict[str, dict[str, list[int]]]]:
        """What a zip brings: the mistakes, the frames of replies, and for each check and mistake which of them are its replies."""
        file = self.folder / STORED
        overlays, frames, places = wire.decode(file.read_bytes()) if file.is_file() else ([], [], {})
        return overlays, frames, places

    def stored(self, asked: Mapping[str, Sequence[Exchange]]) -> bytes:
        """Return the mistakes and what each replies to what these checks ask, for a grader that starts anew with each submission."""
        frames, places = dict[bytes, int](), dict[str, dict[str, list[int]]]()
        for case, exchanges in asked.items():
            for layers in [
                (),
                *((one,) for one in self.mistakes if not one.remembers and not UNSTEADY.search(one.source)),
            ]:
                replies = [self.replies(layers, case).at(at, exchanges) for at in range(len(exchanges))]
                places.setdefault(case, {})[_name(layers)] = [
                    frames.setdefault(wire.encode(reply), len(frames)) for reply in replies
                ]
        return wire.encode([[list(vars(one).values()) for one in self.mistakes], list(frames), places])

    def shown(self, layers: MistakeStack, case: str, exchanges: Sequence[Exchange]) -> list[int]:
        """Return at which requests of such a check mistakes differ from the answer; it is kept."""
        if (layers, case) not in self._shown:
            mine, right = self.replies(layers, case), self.replies((), case)
            pairs = [(mine.at(at, exchanges), right.at(at, exchanges)) for at in range(len(exchanges))]
            self._shown[layers, case] = [at for at, pair in enumerate(pairs) if not alike(*pair, self._alike)]
        return self._shown[layers, case]

    def groups(
        self, case: str, at: int, exchanges: Sequence[Exchange]
    ) -> list[tuple[list[Any], set[MistakeStack]]]:
        """Return what there is among all mistakes' replies to a request of such a check, each with those that reply so; they are kept."""
        if (case, at) not in self._groups:
            groups: dict[int, tuple[list[Any], set[MistakeStack]]] = {}
            for layers in [(one,) for one in self.mistakes if not one.remembers]:
                reply = self.replies(layers, case).at(at, exchanges)
                groups.setdefault(id(reply), (reply, set()))[1].add(layers)
            self._groups[case, at] = list(groups.values())
        return self._groups[case, at]

    def cached_handler(self, layers: MistakeStack) -> RequestHandler:
        """Return a servant that may be asked again and again, since these mistakes don't remember."""
        if layers not in self._servants:
            self._servants[layers] = self.servant(*layers)
        return self._servants[layers]

    def _code(self, name: str, source: Callable[[], str]) -> CodeType:
        if name not in self._compiled:
            self._compiled[name] = compile(source(), name, "exec", dont_inherit=True)
        return self._compiled[name]


def _code_of(function: Any) -> CodeType | None:
    return getattr(function, "__code__", None)


def _name(layers: MistakeStack) -> str:
    return layers[0].name if layers else ""
