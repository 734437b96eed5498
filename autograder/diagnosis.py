"""Diagnosis: which known mistake gives exactly what a submission gave, on every call that the checks made of a function.

Mistakes are our own code, so they are asked in this very process. One that agrees on every call is named; where none or
several do, nothing is said: a guess that may be wrong costs trust.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, islice, permutations
from typing import Any

import numpy as np

from autograder.checking import ATOL, RTOL, kind_of
from autograder.errors import Outcome
from autograder.exercise import Check
from autograder.mistakes import Catalogue, Layers, Overlay, Replies
from autograder.plan import Conversation
from autograder.question import Exchange
from autograder.records import CheckResult, Verdict
from autograder.student import LocalSession, Session, Student
from autograder.worker.serve import Servant

MAX_PAIRS, MAX_LOST = 42, 5
SINGLE = (int, float, complex, str, bytes, type(None))


@dataclass(eq=False)
class Talk:
    """What a worker was asked by one check, and at the end what this check would have gone on to ask, had it not failed."""

    check: Check
    asked: list[Exchange] = field(default_factory=list)
    rest: list[Exchange] = field(default_factory=list)
    told: Conversation | None = None
    """What was answered to all its questions at once; then nothing was asked one by one."""

    @property
    def first(self) -> int:
        """How many exchanges there were before the checks had ended."""
        return len(self.told.frames) if self.told else len(self.asked)

    @cached_property
    def exchanges(self) -> list[Exchange]:
        """All of them, for when the worker has been asked everything."""
        return self.told.exchanges() if self.told else self.asked + self.rest


def ask_the_rest(talk: Talk, session: Session, answer: Servant) -> None:
    """Ask a submission what a failed check has left to ask: the calls that it makes of the answer, without those that were made."""
    local = LocalSession(answer.namespace)
    session.begin(talk.rest, {})
    with contextlib.suppress(Outcome):  # an answer that fails is for verify to tell
        talk.check.function(**talk.check.arguments(Student(local), session.submission.content))
    with contextlib.suppress(Outcome):  # a submission that doesn't come back has told enough
        for one in local.exchanges[len(talk.asked) :]:
            if one.request == ["arguments"] and not talk.rest:
                talk.rest.append(replace(one, reply=[]))  # what a call that is long past did to its arguments
            else:
                session.ask(*one.request)


def diagnose(
    results: Mapping[Check, CheckResult], workers: Sequence[Sequence[Talk]], catalogues: Mapping[str, Catalogue]
) -> dict[Check, CheckResult]:
    """Return the results, those of the last worker's failed checks with the mistake that explains them. All workers' talks are evidence."""
    diagnosed = dict(results)
    failed = {talk.check.exercise for talk in workers[-1] if results[talk.check].verdict is Verdict.FAILED}
    for exercise, catalogue in [(name, one) for name, one in catalogues.items() if name in failed]:
        told = {result.mistake for check, result in results.items() if check.exercise == exercise}
        talks = [[talk for talk in worker if talk.check.exercise == exercise and talk.first] for worker in workers]
        try:
            explained = explanations(Evidence(catalogue, talks, results))
        except Exception:  # noqa: BLE001 - a fault of a mistake must not cost a class its grades; verify tells the author
            explained = {}
        for talk, layers in explained.items():
            if talk in talks[-1]:
                diagnosed[talk.check] = _with(results[talk.check], layers, told)
                told.add(diagnosed[talk.check].mistake)
    return diagnosed


class Evidence:
    """What one submission answered in the checks of an exercise, held against what known mistakes answer there."""

    def __init__(self, catalogue: Catalogue, workers: Sequence[Sequence[Talk]], results: Mapping[Check, CheckResult]) -> None:
        self.catalogue, self.workers = catalogue, workers
        ended = {Verdict.PASSED, Verdict.FAILED}
        self.talks = [talk for worker in workers for talk in worker if results[talk.check].verdict in ended]
        self.blamed = {talk: results[talk.check].function for talk in self.talks if results[talk.check].verdict is Verdict.FAILED}
        self._replies: dict[tuple[Layers, Talk], Replies] = {}
        self._servants: dict[Layers, Servant] = {}
        self._agreed: dict[tuple[Talk, int, int], bool] = {}
        self._explained: dict[tuple[Layers, str], list[Talk]] = {}
        self._good: dict[tuple[Layers, str], bool] = {}
        self._at: dict[tuple[str, Talk], list[int]] = {}
        self._plays: dict[Layers, Iterator[None]] = {}

    def fits(self, layers: Layers, talk: Talk) -> bool:
        """Whether mistakes give exactly what the submission gave for the name that a failed check blames, and show in it."""
        known = self._about(self.blamed[talk], talk)
        return all(self._agrees(layers, talk, at) for at in known) and any(self._shows(layers, talk, at) for at in known)

    def explained(self, layers: Layers, name: str) -> list[Talk]:
        """Return the failed checks that mistakes fit; none where the submission lacks symptoms that they have in a name.

        One in ten may be lost in another error: the submission is wrong there too, in another way.
        """
        if (layers, name) not in self._explained:
            shown, lost, right = 0, 0, False
            for talk, at in self._places(layers, name):
                shown, lost = shown + 1, lost + (not self._agrees(layers, talk, at))
                right = lost > 0 and self._agrees((), talk, at)
                if right or lost > MAX_LOST:
                    break
            candidates = [talk for talk, blamed in self.blamed.items() if blamed == name and not right and lost <= shown // 10]
            self._explained[layers, name] = [talk for talk in candidates if self.fits(layers, talk)]
        return self._explained[layers, name]

    def elsewhere(self, layers: Layers) -> tuple[bool, int]:
        """Tell between mistakes that are alike in one name: do they show nowhere that the submission is right, and how much do they fit?

        The visible checks alone are too few to tell by.
        """
        if len(self.workers) == 1:
            return False, 0
        right = any(self._agrees((), talk, at) for talk, at in self._places(layers, ""))
        return not right, sum(self.fits(layers, talk) for talk in self.blamed)

    def _places(self, layers: Layers, name: str, random: bool = True) -> Iterator[tuple[Talk, int]]:
        """Yield where mistakes show."""
        for talk in [talk for talk in self.talks if random or not talk.check.random]:
            yield from ((talk, at) for at in self._about(name, talk) if self._shows(layers, talk, at))

    def plausible(self, candidates: Sequence[Layers], talk: Talk) -> list[Layers]:
        """Return those that may fit a failed check, by what little can be told without asking any of them anew."""
        name = self.blamed[talk]
        dear = [talk.check.random or len(layers) > 1 or remembers(layers) for layers in candidates]
        at = next(iter(self._about(name, talk)), None)
        agreeing = set[Layers]()
        if at is not None and not all(dear):
            groups = self.catalogue.groups(talk.check.name, at, talk.exchanges)
            agreeing = {one for reply, group in groups if same_reply(reply, talk.exchanges[at].reply) for one in group}
        return [
            layers for layers, ask in zip(candidates, dear, strict=True) if (self._begins_well(layers, name) if ask else layers in agreeing)
        ]

    def _begins_well(self, layers: Layers, name: str) -> bool:
        """Whether mistakes show in a name as the submission does, once among the first times, or show too seldom to tell.

        Only the checks that ask everybody the same are looked at, since what is replied there is mostly known. Those whose replies
        are never kept must agree once among the first times at all.
        """
        if (layers, name) not in self._good:
            first = ((talk, at) for talk in self.talks for at in self._about(name, talk))
            begun = (len(layers) < 2 and not remembers(layers)) or self._agree_once(layers, first)
            self._good[layers, name] = begun and self._agree_once(layers, self._places(layers, name, random=False))
        return self._good[layers, name]

    def _agree_once(self, layers: Layers, places: Iterable[tuple[Talk, int]]) -> bool:
        """Whether mistakes agree with the submission at one of the first places, or there are too few of them to tell."""
        early = list(islice(places, MAX_LOST + 1))
        return len(early) <= MAX_LOST or any(self._agrees(layers, talk, at) for talk, at in early)

    def _about(self, name: str, talk: Talk) -> list[int]:
        if (name, talk) not in self._at:
            self._at[name, talk] = [at for at, one in enumerate(talk.exchanges) if one.reply and name in ("", one.name)]
        return self._at[name, talk]

    def _agrees(self, layers: Layers, talk: Talk, at: int) -> bool:
        mine = self._reply(layers, talk, at)
        place = (talk, at, id(mine))  # which is kept, so its id is its own
        if place not in self._agreed:
            self._agreed[place] = same_reply(mine, talk.exchanges[at].reply)
        return self._agreed[place]

    def _shows(self, layers: Layers, talk: Talk, at: int) -> bool:
        mine = self._reply(layers, talk, at)
        shows = self._replies[layers, talk].shows
        if at not in shows:
            right = self._reply((), talk, at)
            shows[at] = mine is not right and not same_reply(mine, right)
        return shows[at]

    def _reply(self, layers: Layers, talk: Talk, at: int) -> list[Any]:
        """Return what mistakes reply; those that remember are asked whatever the submission was asked before, in its order."""
        if remembers(layers):
            play = self._plays.setdefault(layers, self._play(layers))
            while (layers, talk) not in self._replies or len(self._replies[layers, talk].known) <= at:
                next(play)
        elif (layers, talk) not in self._replies:
            fresh = talk.check.random or len(layers) > 1  # of pairs there are too many to keep
            self._replies[layers, talk] = Replies(self._servant(layers)) if fresh else self.catalogue.replies(layers, talk.check.name)
        return self._replies[layers, talk].at(at, talk.exchanges)

    def _servant(self, layers: Layers) -> Servant:
        if len(layers) < 2:
            return self.catalogue.kept_servant(layers)
        if layers not in self._servants:
            self._servants[layers] = self.catalogue.servant(*layers)
        return self._servants[layers]

    def _play(self, layers: Layers) -> Iterator[None]:
        """Ask mistakes that remember everything that the submission was asked, a check at a time."""
        for worker in self.workers:
            servant = self.catalogue.servant(*layers)
            for part in ("asked", "rest"):
                for talk in worker:
                    replies = self._replies.setdefault((layers, talk), Replies(servant))
                    replies.at((talk.first if part == "asked" else len(talk.exchanges)) - 1, talk.exchanges)
                    yield


def remembers(layers: Layers) -> bool:
    return any(one.remembers for one in layers)


def explanations(evidence: Evidence) -> dict[Talk, Layers]:
    """Return the mistake, or two of them together, for each failed check that it explains better than any other."""
    found, candidates = dict[Talk, Layers](), [(one,) for one in evidence.catalogue.mistakes if not one.same_as]
    likely = _explain(evidence, [layers for layers in candidates if not remembers(layers)], found)
    likely |= _explain(evidence, [layers for layers in candidates if remembers(layers)], found)  # dear, so for what is left
    pairs = [(a, b) for a, b in permutations(likely, 2) if likely[a] - likely[b] and likely[b] - likely[a]]  # each shows by itself, too
    _explain(evidence, pairs[:MAX_PAIRS], found)
    return {talk: found[talk] for talk in evidence.blamed if found.get(talk)}


def _explain(evidence: Evidence, candidates: Sequence[Layers], found: dict[Talk, Layers]) -> dict[Overlay, set[Talk]]:
    """Add to `found` what the candidates explain, `()` where several do alike; return which checks each mistake fits, if any at all."""
    likely, tried = dict[Overlay, set[Talk]](), set[tuple[str, str]]()
    for talk, name in sorted(evidence.blamed.items(), key=lambda pair: pair[0].check.random):  # first those whose replies are kept
        place = (talk.check.rung, name)
        if not candidates or talk in found or (talk.check.random and place in tried):
            continue
        tried.add(place)
        fitting = [layers for layers in evidence.plausible(candidates, talk) if evidence.fits(layers, talk)]
        for layer in chain.from_iterable(fitting):
            likely.setdefault(layer, set()).add(talk)
        explained = {layers: talks for layers in fitting if (talks := evidence.explained(layers, name))}
        ranks = {layers: (len(talks), *evidence.elsewhere(layers)) for layers, talks in explained.items()}
        best = [layers for layers in ranks if ranks[layers] == max(ranks.values())]
        if len({frozenset(layers) for layers in best}) == 1:  # the two of a pair may lie either way
            found |= {one: best[0] for one in explained[best[0]] if one not in found}
        elif best:
            found[talk] = ()
    return likely


def _with(result: CheckResult, layers: Layers, told: set[str]) -> CheckResult:
    """Return the result with the names of its mistakes, and the words of the one that is caught on this rung, or of the first."""
    shown = next((layer for layer in layers if layer.rung == result.rung), layers[0])
    name = " + ".join(layer.name for layer in layers)
    return replace(result, mistake=name, misconception=shown.misconception, hint="" if name in told else shown.hint)


def same_reply(mine: list[Any], theirs: list[Any]) -> bool:
    """Whether two replies are the same answer; of an exception its type and its text count."""
    if mine[:1] != theirs[:1] or len(mine) != len(theirs):
        return False
    return bool(mine[1:3] == theirs[1:3]) if mine[0] == "raised" else mine[0] != "value" or same_value(mine[1], theirs[1])


def same_value(mine: Any, theirs: Any) -> bool:
    """Whether a check could not tell two values apart, but for a number that is a float in one and an int in the other."""
    if isinstance(mine, SINGLE) or isinstance(theirs, SINGLE):
        if isinstance(mine, str) and isinstance(theirs, str):
            return kind_of(mine) == kind_of(theirs)
        numbers = isinstance(mine, float) and isinstance(theirs, float)
        return _close(np.asarray(mine), np.asarray(theirs)) if numbers else type(mine) is type(theirs) and bool(mine == theirs)
    try:
        arrays = np.asarray(mine), np.asarray(theirs)
    except ValueError:  # rows of different lengths
        arrays = np.empty(0, object), np.empty(0, object)
    if all(array.dtype.kind in "biufc" for array in arrays):
        return _close(*arrays)
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return mine.keys() == theirs.keys() and all(same_value(mine[key], theirs[key]) for key in mine)
    if isinstance(mine, list | tuple) and isinstance(theirs, list | tuple):
        return len(mine) == len(theirs) and all(map(same_value, _ordered(mine), _ordered(theirs)))
    return False


def _ordered(values: Sequence[Any]) -> Sequence[Any]:
    """Return tuples of plain values in an order of their own, since they are the members of a set."""
    members = all(isinstance(one, tuple | list) and one and all(isinstance(part, int | str) for part in one) for one in values)
    return sorted(values, key=repr) if members else values


def _close(mine: np.ndarray[Any, Any], theirs: np.ndarray[Any, Any]) -> bool:
    if mine.shape != theirs.shape:
        return False
    with np.errstate(all="ignore"):  # what isclose does, five times as fast where all numbers are finite
        near = np.abs(theirs * 1.0 - mine * 1.0) <= ATOL + RTOL * np.abs(mine)
        if near.all() or (np.isfinite(mine).all() and np.isfinite(theirs).all()):
            return bool(near.all())
        return bool(np.isclose(theirs, mine, rtol=RTOL, atol=ATOL, equal_nan=True).all())
