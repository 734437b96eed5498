"""Diagnosis: which known mistake gives what a submission gave, in every call that the checks made of a function.

A mistake is named only where it explains a failed check better than every other one. A guess that may be wrong costs trust.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, permutations

from autograder.exercises.overlays import Overlay
from autograder.grading.catalogue import Catalogue, KnownReplies, MistakeStack, ask, requests
from autograder.grading.check_run import CheckRun
from autograder.grading.equality import Reply, ReplyStore
from autograder.results import CheckResult, Verdict

MAX_PAIRS, MAX_MISSED = 12, 5


class Diagnosis:
    """Names mistakes in the failed checks of one submission."""

    def __init__(self, catalogues: Mapping[str, Catalogue]) -> None:
        self.catalogues, self.workers = catalogues, list[Sequence[CheckRun]]()
        self._stores = {exercise: ReplyStore(catalogue.store) for exercise, catalogue in catalogues.items()}
        self._observed = dict[CheckRun, list[Observation]]()

    def explain(self, runs: Sequence[CheckRun]) -> None:
        """Put mistakes into the results of the checks that one worker ran. What earlier workers ran is evidence, too."""
        self.workers.append(runs)
        failed = {run.check.exercise for run in runs if run.result.verdict is Verdict.FAILED}
        for exercise in sorted(failed & self.catalogues.keys()):
            own = [run for run in chain.from_iterable(self.workers) if run.check.exercise == exercise]
            try:
                explained = explanations(self._evidence(exercise, own))
            except Exception:  # noqa: BLE001 - a fault of a mistake must not cost a class its grades; verify reports it
                continue
            named = {run.result.mistake for run in own}
            for run, stack in explained.items():
                if run in runs:
                    run.result = _with_mistake(run.result, stack, named)
                    named.add(run.result.mistake)

    def _evidence(self, exercise: str, runs: Sequence[CheckRun]) -> Evidence:
        catalogue, store = self.catalogues[exercise], self._stores[exercise]
        for run in runs:
            if run not in self._observed and run.result.verdict in (Verdict.PASSED, Verdict.FAILED):
                self._observed[run] = list(observations(run, catalogue, store))
        observed = {run: self._observed[run] for run in runs if run in self._observed}
        return Evidence(catalogue, store, observed, len(self.workers) > 1)


def _with_mistake(result: CheckResult, stack: MistakeStack, named: set[str]) -> CheckResult:
    """Return a result with the mistakes' names, and with the words of one: of that which its rung has to catch, or of the first."""
    shown = next((mistake for mistake in stack if mistake.rung == result.rung), stack[0])
    name = " + ".join(mistake.name for mistake in stack)
    hint = "" if name in named else shown.hint
    return replace(result, mistake=name, misconception=shown.misconception, hint=hint)


@dataclass(frozen=True, eq=False)
class Observation:
    """One request about a name, the submission's reply, and the replies that are known."""

    name: str
    reply: Reply
    known: KnownReplies


def observations(run: CheckRun, catalogue: Catalogue, store: ReplyStore) -> Iterator[Observation]:
    """Yield what one run of a check asked. Of very long replies nothing is kept, so they are left out."""
    frames = requests(run.exchanges)
    for exchange, reply_frame, request in zip(run.exchanges, run.reply_frames, frames, strict=True):
        if exchange.reply:
            # Without a plan, a check may ask each submission something else.
            known = catalogue.known(request) if run.plan else KnownReplies(catalogue, request, store)
            yield Observation(exchange.name, store.unified(reply_frame, exchange.reply), known)


class Evidence:
    """What one submission replied in the checks of an exercise, held against what mistakes reply."""

    def __init__(
        self,
        catalogue: Catalogue,
        store: ReplyStore,
        observed: Mapping[CheckRun, Sequence[Observation]],
        complete: bool,
    ) -> None:
        self.catalogue, self.store, self.observed, self.complete = catalogue, store, observed, complete
        self.blamed = {run: run.result.function for run in observed if run.result.verdict is Verdict.FAILED}
        self._blamed_observations = {run: list(self.about(name, [run])) for run, name in self.blamed.items()}
        self._explained: dict[tuple[MistakeStack, str], list[CheckRun]] = {}
        self._contradicted: dict[str, frozenset[MistakeStack]] = {}
        self._pair_replies: dict[tuple[MistakeStack, Observation], Reply] = {}
        self._pair_handler = cache(catalogue.new_handler)

    def about(self, name: str, runs: Iterable[CheckRun]) -> Iterator[Observation]:
        """Yield what was observed of a name."""
        return (one for run in runs for one in self.observed[run] if one.name == name)

    def fits(self, stack: MistakeStack, run: CheckRun) -> bool:
        """Return whether mistakes give all that the submission gave for the name that a failed check blames, and show there."""
        own = self._blamed_observations[run]
        return all(self._agrees(stack, one) for one in own) and any(self._shows(stack, one) for one in own)

    def explained(self, stack: MistakeStack, name: str) -> list[CheckRun]:
        """Return the failed checks that mistakes fit; none where the submission lacks symptoms that they have in the name."""
        if (stack, name) not in self._explained:
            blaming = [run for run, blamed in self.blamed.items() if blamed == name]
            found = (
                [run for run in blaming if self.fits(stack, run)] if self._has_symptoms(stack, name) else []
            )
            self._explained[stack, name] = found
        return self._explained[stack, name]

    def _has_symptoms(self, stack: MistakeStack, name: str) -> bool:
        """Return whether the submission is wrong as mistakes are, wherever they show in a name.

        One place in ten may be wrong in another way, by another error. None may be right.
        """
        shown = missed = 0
        for one in self.about(name, self.observed):
            if self._shows(stack, one):
                shown += 1
                if not self._agrees(stack, one):
                    missed += 1
                    if self._agrees((), one) or missed > MAX_MISSED:
                        return False
        return missed <= shown // 10

    def rank(self, stack: MistakeStack, explained: Sequence[CheckRun]) -> tuple[int, bool, int]:
        """Return how well mistakes explain, to be compared with others that fit the same check.

        What they explain in the blamed name comes first. Then: is the submission nowhere right where they show? How many
        checks do they fit, in any name? The visible checks alone are too few to tell by these.
        """
        if not self.complete:
            return len(explained), False, 0
        everything = chain.from_iterable(self.observed.values())
        right = any(self._agrees((), one) for one in everything if self._shows(stack, one))
        return len(explained), not right, sum(self.fits(stack, run) for run in self.blamed)

    def plausible(self, candidates: Sequence[MistakeStack], run: CheckRun) -> Iterable[MistakeStack]:
        """Return the candidates for a failed check. Where inputs are random, leave out what checks with fixed inputs rule out."""
        if not run.check.random:
            return candidates
        name = self.blamed[run]
        if name not in self._contradicted:
            fixed = [run for run in self.observed if not run.check.random]
            right = [one for one in self.about(name, fixed) if self._agrees((), one)]
            self._contradicted[name] = frozenset[MistakeStack]().union(*(one.known.showing for one in right))
        return [stack for stack in candidates if stack not in self._contradicted[name]]

    def _agrees(self, stack: MistakeStack, one: Observation) -> bool:
        return self.store.same(self._reply(stack, one), one.reply)

    def _shows(self, stack: MistakeStack, one: Observation) -> bool:
        if len(stack) > 1:
            return not self.store.same(self._reply(stack, one), one.known.reply(()))
        return one.known.shows(stack)

    def _reply(self, stack: MistakeStack, one: Observation) -> Reply:
        if len(stack) < 2:
            return one.known.reply(stack)
        if (stack, one) not in self._pair_replies:
            self._pair_replies[stack, one] = ask(self._pair_handler(*stack), one.known.frames, self.store)
        return self._pair_replies[stack, one]


def explanations(evidence: Evidence) -> dict[CheckRun, MistakeStack]:
    """Return the mistake, or two of them together, for each failed check that it explains better than any other."""
    found = dict[CheckRun, MistakeStack]()
    likely = _explain(evidence, evidence.catalogue.candidates, found)
    pairs = [  # each of a pair also fits somewhere that the other doesn't
        (one, other)
        for one, other in permutations(likely, 2)
        if likely[one] - likely[other] and likely[other] - likely[one]
    ]
    pairs.sort(key=lambda pair: -len(likely[pair[0]] | likely[pair[1]]))
    _explain(evidence, pairs[:MAX_PAIRS], found)
    return {run: found[run] for run in evidence.blamed if found.get(run)}


def _explain(
    evidence: Evidence, candidates: Sequence[MistakeStack], found: dict[CheckRun, MistakeStack]
) -> dict[Overlay, set[CheckRun]]:
    """Add to `found` what candidates explain, or `()` where several do equally well. Return which checks each mistake fits."""
    likely, tried = defaultdict[Overlay, set[CheckRun]](set), set[tuple[str, str]]()
    fixed_first = sorted(evidence.blamed.items(), key=lambda pair: pair[0].check.random)
    for run, name in fixed_first:
        place = (run.check.rung, name)
        if run in found or (run.check.random and place in tried):
            continue
        tried.add(place)
        fitting = [stack for stack in evidence.plausible(candidates, run) if evidence.fits(stack, run)]
        for mistake in chain.from_iterable(fitting):
            likely[mistake].add(run)
        explained = {stack: runs for stack in fitting if (runs := evidence.explained(stack, name))}
        ranks = {stack: evidence.rank(stack, runs) for stack, runs in explained.items()}
        best = [stack for stack in ranks if ranks[stack] == max(ranks.values())]
        if len({frozenset(stack) for stack in best}) == 1:  # the two of a pair may lie either way
            found |= {one: best[0] for one in explained[best[0]] if one not in found}
        elif best:
            found[run] = ()
    return likely
