"""Diagnosis: which known mistake gives exactly what a submission gave, on every call that the checks made of a function.

Mistakes are our own code, so they are asked in this very process. One that agrees on every call is named; where none or
several do, nothing is said: a guess that may be wrong costs trust.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import chain, permutations, takewhile
from typing import Any

from autograder.exercises.assignment import Check
from autograder.exercises.overlays import Overlay
from autograder.grading.catalogue import Catalogue, MistakeStack, is_cached, remembers
from autograder.grading.check_run import CheckRun
from autograder.grading.equality import alike
from autograder.results import CheckResult, Verdict
from autograder.worker.server import RequestHandler

MAX_PAIRS, MAX_LOST = 12, 5


def diagnose(
    results: Mapping[Check, CheckResult],
    workers: Sequence[Sequence[CheckRun]],
    catalogues: Mapping[str, Catalogue],
) -> dict[Check, CheckResult]:
    """Return the results, those of the last worker's failed checks with the mistake that explains them. All workers' talks are evidence."""
    diagnosed = dict(results)
    failed = {talk.check.exercise for talk in workers[-1] if results[talk.check].verdict is Verdict.FAILED}
    for exercise, catalogue in [(name, one) for name, one in catalogues.items() if name in failed]:
        told = {result.mistake for check, result in results.items() if check.exercise == exercise}
        talks = [
            [talk for talk in worker if talk.check.exercise == exercise and talk.first] for worker in workers
        ]
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

    def __init__(
        self,
        catalogue: Catalogue,
        workers: Sequence[Sequence[CheckRun]],
        results: Mapping[Check, CheckResult],
    ) -> None:
        self.catalogue, self.workers = catalogue, workers
        ended = {Verdict.PASSED, Verdict.FAILED}
        self.talks = [talk for worker in workers for talk in worker if results[talk.check].verdict in ended]
        for talk in self.talks:
            talk.common = talk.common or ChainMap({}, catalogue.common)
        self.blamed = {
            talk: results[talk.check].function
            for talk in self.talks
            if results[talk.check].verdict is Verdict.FAILED
        }
        self._explained: dict[tuple[MistakeStack, str], list[CheckRun]] = {}
        self._wrong: dict[str, list[tuple[CheckRun, int]]] = {}
        self._right: dict[str, dict[CheckRun, set[int]]] = {}
        self._good: dict[tuple[MistakeStack, str], bool] = {}
        self._at: dict[tuple[str, CheckRun], list[int]] = {}
        self._servants: dict[MistakeStack, Callable[[], RequestHandler]] = {}
        self._plays: dict[MistakeStack, Iterator[None]] = {}

    def fits(self, layers: MistakeStack, talk: CheckRun) -> bool:
        """Whether mistakes give exactly what the submission gave for the name that a failed check blames, and show in it."""
        known = self._about(self.blamed[talk], talk)
        return all(self._agrees(layers, talk, at) for at in known) and any(
            self._shows(layers, talk, at) for at in known
        )

    def explained(self, layers: MistakeStack, name: str) -> list[CheckRun]:
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
            candidates = [
                talk
                for talk, blamed in self.blamed.items()
                if blamed == name and not right and lost <= shown // 10
            ]
            self._explained[layers, name] = [talk for talk in candidates if self.fits(layers, talk)]
        return self._explained[layers, name]

    def elsewhere(self, layers: MistakeStack) -> tuple[bool, int]:
        """Tell between mistakes that are alike in one name: do they show nowhere that the submission is right, and how much do they fit?

        The visible checks alone are too few to tell by.
        """
        if len(self.workers) == 1:
            return False, 0
        right = any(self._agrees((), talk, at) for talk, at in self._places(layers, ""))
        return not right, sum(self.fits(layers, talk) for talk in self.blamed)

    def _places(self, layers: MistakeStack, name: str) -> Iterator[tuple[CheckRun, int]]:
        """Yield where mistakes show."""
        kept = is_cached(layers)
        for talk in self.talks:
            if not kept:
                yield from ((talk, at) for at in self._about(name, talk) if self._shows(layers, talk, at))
            elif shown := self.catalogue.shown(layers, talk.case, talk.exchanges):
                yield from ((talk, at) for at in self._about(name, talk) if at in shown)

    def plausible(self, candidates: Sequence[MistakeStack], talk: CheckRun) -> list[MistakeStack]:
        """Return those of a kind that may explain a failed check, by what little can be told without asking any of them anew."""
        name = self.blamed[talk]
        if not is_cached(candidates[0]):
            return [
                layers
                for layers in candidates
                if self.catalogue.reaches(layers, name) and self._begins_well(layers, name)
            ]
        if talk.check.random:
            return [layers for layers in candidates if not self._lacks(layers, name)]
        first = self._about(name, talk)[:1]
        groups = [group for at in first for group in self.catalogue.groups(talk.case, at, talk.exchanges)]
        agreeing = {
            one for reply, group in groups if alike(reply, talk.given[first[0]], talk.alike) for one in group
        }
        return [layers for layers in candidates if layers in agreeing]

    def _lacks(self, layers: MistakeStack, name: str) -> bool:
        """Whether the submission is right where mistakes show, in a name and the checks that ask everybody the same."""
        if name not in self._right:
            fixed = [talk for talk in self.talks if not talk.check.random]
            self._right[name] = {
                talk: {at for at in self._about(name, talk) if self._agrees((), talk, at)} for talk in fixed
            }
        shown = (
            (right, self.catalogue.shown(layers, talk.case, talk.exchanges))
            for talk, right in self._right[name].items()
        )
        return not all(right.isdisjoint(places) for right, places in shown)

    def _begins_well(self, layers: MistakeStack, name: str) -> bool:
        """Whether mistakes begin to be wrong in a name where the submission does, as it does; those that remember, no earlier."""
        if (layers, name) not in self._good:
            places = self._until_wrong(name)[0 if remembers(layers) else -1 :]
            self._good[layers, name] = all(self._agrees(layers, *place) for place in places)
        return self._good[layers, name]

    def _until_wrong(self, name: str) -> list[tuple[CheckRun, int]]:
        """Return the places up to the first one where the submission gives something else than the answer."""
        if name not in self._wrong:
            places = [(talk, at) for talk in self.talks for at in self._about(name, talk)]
            right = list(takewhile(lambda place: self._agrees((), *place), places))
            self._wrong[name] = places[: len(right) + 1]
        return self._wrong[name]

    def _about(self, name: str, talk: CheckRun) -> list[int]:
        if (name, talk) not in self._at:
            self._at[name, talk] = [
                at for at, one in enumerate(talk.exchanges) if one.reply and name in ("", one.name)
            ]
        return self._at[name, talk]

    def _agrees(self, layers: MistakeStack, talk: CheckRun, at: int) -> bool:
        given = talk.given[at]
        if is_cached(layers) and given is self._reply((), talk, at):  # to the byte what the answer gives
            return not self._shows(layers, talk, at)
        return alike(self._reply(layers, talk, at), given, talk.alike)

    def _shows(self, layers: MistakeStack, talk: CheckRun, at: int) -> bool:
        if is_cached(layers):
            return at in self.catalogue.shown(layers, talk.case, talk.exchanges)
        return not alike(self._reply(layers, talk, at), self._reply((), talk, at), talk.alike)

    def _reply(self, layers: MistakeStack, talk: CheckRun, at: int) -> list[Any]:
        """Return what mistakes reply; those that remember are asked whatever the submission was asked before, in its order."""
        replies = talk.replies.get(layers)
        if replies is not None and at < len(replies.known):
            return replies.known[at]
        if remembers(layers):
            play = self._plays.setdefault(layers, self._play(layers))
            while layers not in talk.replies or len(talk.replies[layers].known) <= at:
                next(play)
        elif is_cached(layers):
            talk.replies[layers] = self.catalogue.replies(layers, talk.case)
        elif replies is None:
            talk.replies[layers] = self.catalogue.unkept(
                layers, talk.case, self._servant(layers), talk.common
            )
        return talk.replies[layers].at(at, talk.exchanges)

    def _servant(self, layers: MistakeStack) -> Callable[[], RequestHandler]:
        if len(layers) < 2:
            return partial(self.catalogue.cached_handler, layers)
        return self._servants.setdefault(layers, cache(partial(self.catalogue.servant, *layers)))

    def _play(self, layers: MistakeStack) -> Iterator[None]:
        """Ask mistakes that remember everything that the submission was asked, a check at a time."""
        for worker in self.workers:
            if len(layers) == 1 and all(
                talk.told and not talk.check.random for talk in worker
            ):  # then others are asked the same
                played = self.catalogue.played(layers, tuple(talk.case for talk in worker))
                for talk in worker:
                    talk.replies.setdefault(layers, played[talk.case])
            begun = next(
                (talk.replies[layers].servant for talk in worker if layers in talk.replies), None
            )  # for visible checks alone
            servant = begun or cache(partial(self.catalogue.servant, *layers))
            for part in ("asked", "rest"):
                for talk in worker:
                    replies = talk.replies.setdefault(
                        layers, self.catalogue.unkept(layers, talk.case, servant, talk.common)
                    )
                    replies.at((talk.first if part == "asked" else len(talk.exchanges)) - 1, talk.exchanges)
                    yield


def explanations(evidence: Evidence) -> dict[CheckRun, MistakeStack]:
    """Return the mistake, or two of them together, for each failed check that it explains better than any other."""
    found, candidates = (
        dict[CheckRun, MistakeStack](),
        [(one,) for one in evidence.catalogue.mistakes if not one.same_as],
    )
    likely = _explain(evidence, [layers for layers in candidates if not remembers(layers)], found)
    likely |= _explain(
        evidence, [layers for layers in candidates if remembers(layers)], found
    )  # dear, so for what is left
    pairs = [
        (a, b) for a, b in permutations(likely, 2) if likely[a] - likely[b] and likely[b] - likely[a]
    ]  # each shows by itself, too
    pairs.sort(key=lambda pair: -len(likely[pair[0]] | likely[pair[1]]))
    _explain(evidence, pairs[:MAX_PAIRS], found)
    return {talk: found[talk] for talk in evidence.blamed if found.get(talk)}


def _explain(
    evidence: Evidence, candidates: Sequence[MistakeStack], found: dict[CheckRun, MistakeStack]
) -> dict[Overlay, set[CheckRun]]:
    """Add to `found` what the candidates explain, `()` where several do alike; return which checks each mistake fits, if any at all."""
    likely, tried = dict[Overlay, set[CheckRun]](), set[tuple[str, str]]()
    for talk, name in sorted(
        evidence.blamed.items(), key=lambda pair: pair[0].check.random
    ):  # first those whose replies are kept
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


def _with(result: CheckResult, layers: MistakeStack, told: set[str]) -> CheckResult:
    """Return the result with the names of its mistakes, and the words of the one that is caught on this rung, or of the first."""
    shown = next((layer for layer in layers if layer.rung == result.rung), layers[0])
    name = " + ".join(layer.name for layer in layers)
    return replace(
        result, mistake=name, misconception=shown.misconception, hint="" if name in told else shown.hint
    )
