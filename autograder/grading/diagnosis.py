"""Diagnosis: which mistake gives the same results as a submission, in all that checks asked of a function.

A mistake is named only where it explains a failed check better than all others. A wrong guess costs trust.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice, permutations
from typing import Any

from autograder.exercises.overlays import Overlay
from autograder.grading.catalogue import Catalogue, KnownReplies, MistakeStack, ask, inquiries
from autograder.grading.check_run import CheckRun
from autograder.grading.equality import Reply, ReplyStore, as_checked
from autograder.grading.narrowing import Judged, narrowed
from autograder.results import CheckResult, Verdict
from autograder.worker import wire

MAX_PAIRS, MAX_MISSED = 12, 5
MOST = 0.5
"""A named mistake explains more than so much of the failed checks of its function that no other explains."""


class Diagnosis:
    """Names mistakes in the failed checks of one submission."""

    def __init__(self, catalogues: Mapping[str, Catalogue]) -> None:
        self.catalogues, self.rounds = catalogues, list[Sequence[CheckRun]]()
        """The runs of the visible checks, then those of the hidden ones."""
        self._stores = {exercise: ReplyStore(catalogue.store) for exercise, catalogue in catalogues.items()}
        self._observed = dict[CheckRun, list[Observation]]()

    def explain(self, runs: Sequence[CheckRun]) -> None:
        """Name mistakes in the results of one round of checks. Those of an earlier one are evidence, too."""
        self.rounds.append(runs)
        failed = {run.check.exercise for run in runs if run.result.verdict is Verdict.FAILED}
        for exercise in sorted(failed & self.catalogues.keys()):
            own = [run for run in chain.from_iterable(self.rounds) if run.check.exercise == exercise]
            try:
                self._explain_exercise(own, runs, self._evidence(exercise, own))
            except Exception:  # noqa: BLE001 - a fault of a mistake must not cost a class its grades; verify reports it
                continue

    def _explain_exercise(
        self, own: Sequence[CheckRun], runs: Sequence[CheckRun], evidence: Evidence
    ) -> None:
        """Put what explains them into those of `runs`, in order. `own` are all runs of the exercise."""
        explained = mostly(evidence, explanations(evidence))
        above, said = "", {run.result.narrowed for run in own}
        for run in own:
            if run in runs and run in explained:
                run.result = _with_mistake(run, evidence.shown(explained[run], run), above)
            elif run in runs and run in evidence.blamed and evidence.narrowed(run) not in said:
                run.result = replace(run.result, narrowed=evidence.narrowed(run))
                said.add(run.result.narrowed)
            above = run.result.mistake or above

    def agreeing(self, function: str, request: list[Any], reply: list[Any]) -> tuple[str, ...]:
        """Return which of the mistakes named for a function reply the same to a call as the submission."""
        found = dict[str, Catalogue]()
        for run in chain.from_iterable(self.rounds):
            if run.result.mistake and run.result.function == function:
                found[run.result.mistake] = self.catalogues[run.check.exercise]
        frame = wire.encode(request)
        return tuple(name for name, catalogue in found.items() if catalogue.replies_alike(name, frame, reply))

    def _evidence(self, exercise: str, runs: Sequence[CheckRun]) -> Evidence:
        catalogue, store = self.catalogues[exercise], self._stores[exercise]
        for run in runs:
            if run not in self._observed and run.result.verdict in (Verdict.PASSED, Verdict.FAILED):
                self._observed[run] = list(observations(run, catalogue, store))
        observed = {run: self._observed[run] for run in runs if run in self._observed}
        return Evidence(catalogue, store, observed, len(self.rounds) > 1)


def _with_mistake(run: CheckRun, shown: MistakeStack, above: str) -> CheckResult:
    """Return a result that names the mistakes which it shows, that of the check's own rung first.

    The hint is left out directly below a result that names the same mistakes.
    """
    ordered = sorted(shown, key=lambda mistake: mistake.rung != run.check.rung)
    name = " + ".join(mistake.name for mistake in shown)
    hint = "" if name == above else " ".join(mistake.hint for mistake in ordered)
    misconception = " ".join(mistake.misconception for mistake in ordered)
    return replace(run.result, mistake=name, misconception=misconception, hint=hint)


@dataclass(frozen=True, eq=False)
class Observation:
    """One request about a name, the submission's reply, and the replies that are known."""

    name: str
    reply: Reply
    known: KnownReplies


def observations(run: CheckRun, catalogue: Catalogue, store: ReplyStore) -> Iterator[Observation]:
    """Yield what one run of a check asked. Of very long replies nothing is kept, so they are left out."""
    asked = inquiries(run.exchanges)
    for exchange, reply_frame, inquiry in zip(run.exchanges, run.reply_frames, asked, strict=True):
        if exchange.reply:
            # Without a plan, a check may ask each submission something else.
            known = catalogue.known(inquiry) if run.plan else KnownReplies(catalogue, inquiry, store)
            reply = as_checked(store.unified(reply_frame, exchange.reply), inquiry.awaited)
            yield Observation(exchange.name, reply, known)


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
        self._narrowed = dict[str, str]()
        self._pair_handler = cache(catalogue.new_handler)

    def about(self, name: str, runs: Iterable[CheckRun]) -> Iterator[Observation]:
        """Yield what was observed of a name."""
        return (observation for run in runs for observation in self.observed[run] if observation.name == name)

    def fits(self, stack: MistakeStack, run: CheckRun) -> bool:
        """Return whether mistakes explain a failed check.

        They do if they give what the submission gave, in all that the check asked of the name that it blames,
        and differ from the solution somewhere there.
        """
        own = self._blamed_observations[run]
        agrees = all(self._agrees(stack, observation) for observation in own)
        return agrees and any(self._shows(stack, observation) for observation in own)

    def explained(self, stack: MistakeStack, name: str) -> list[CheckRun]:
        """Return the failed checks that mistakes fit; none if the submission lacks symptoms of theirs."""
        if (stack, name) not in self._explained:
            possible = self.blamed if self._has_symptoms(stack, name) else []
            blaming = [run for run in possible if self.blamed[run] == name]
            self._explained[stack, name] = [run for run in blaming if self.fits(stack, run)]
        return self._explained[stack, name]

    def _has_symptoms(self, stack: MistakeStack, name: str) -> bool:
        """Return whether the submission is wrong as the mistakes are, wherever they show in a name.

        One place in ten may be wrong in another way, through another error. None may be right.
        """
        shown = missed = 0
        for observation in self.about(name, self.observed):
            if self._shows(stack, observation):
                shown += 1
                if not self._agrees(stack, observation):
                    missed += 1
                    if self._agrees((), observation) or missed > MAX_MISSED:
                        return False
        return missed <= shown // 10

    def rank(self, stack: MistakeStack, explained: Sequence[CheckRun]) -> tuple[int, bool, int]:
        """Return how well mistakes explain, to be compared with others that fit the same check.

        The number of checks that they explain comes first. Then: is the submission nowhere right where they
        show, and how many checks do they fit in any name? For these two, visible checks alone are too few.
        """
        if not self.complete:
            return len(explained), False, 0
        everything = chain.from_iterable(self.observed.values())
        showing = (observation for observation in everything if self._shows(stack, observation))
        right = any(self._agrees((), observation) for observation in showing)
        return len(explained), not right, sum(self.fits(stack, run) for run in self.blamed)

    def shown(self, stack: MistakeStack, run: CheckRun) -> MistakeStack:
        """Return those of two mistakes that show in a failed check: without one, something else comes out."""
        if len(stack) < 2:
            return stack
        own = self._blamed_observations[run]
        found = [
            mistake
            for mistake, other in (stack, stack[::-1])
            if any(not self.store.same(self._reply(stack, one), one.known.reply((other,))) for one in own)
        ]
        return tuple(found) or stack

    def narrowed(self, run: CheckRun) -> str:
        """Return for which inputs of its function a submission is right, and for which it is wrong."""
        name = self.blamed[run]
        traits = self.catalogue.traits.get(name)
        if traits is None:
            return ""
        if name not in self._narrowed:
            calls = [
                Judged(values, self._agrees((), one))
                for one in self.about(name, self.observed)
                if (values := self.catalogue.values_of(one.known.inquiry)) is not None
            ]
            self._narrowed[name] = narrowed(name, traits, calls)
        return self._narrowed[name]

    def plausible(self, candidates: Sequence[MistakeStack], run: CheckRun) -> Iterable[MistakeStack]:
        """Return the candidates for a failed check that are worth asking about all of it.

        Pairs have to give what the submission gives in the first place where it is wrong: they are asked anew
        for each submission. On random inputs, those mistakes are left out that show on fixed inputs where the
        submission is right.
        """
        name = self.blamed[run]
        if candidates and len(candidates[0]) > 1:
            about = self.about(name, self.observed)
            wrong = (observation for observation in about if not self._agrees((), observation))
            first = list(islice(wrong, 1))
            return [
                pair for pair in candidates if all(self._agrees(pair, observation) for observation in first)
            ]
        if not run.check.random:
            return candidates
        if name not in self._contradicted:
            fixed = [run for run in self.observed if not run.check.random]
            about = self.about(name, fixed)
            showing = [observation.known.showing for observation in about if self._agrees((), observation)]
            self._contradicted[name] = frozenset[MistakeStack]().union(*showing)
        return [stack for stack in candidates if stack not in self._contradicted[name]]

    def _agrees(self, stack: MistakeStack, observation: Observation) -> bool:
        return self.store.same(self._reply(stack, observation), observation.reply)

    def _shows(self, stack: MistakeStack, observation: Observation) -> bool:
        if len(stack) > 1:
            return not self.store.same(self._reply(stack, observation), observation.known.reply(()))
        return observation.known.shows(stack)

    def _reply(self, stack: MistakeStack, observation: Observation) -> Reply:
        if len(stack) < 2:
            return observation.known.reply(stack)
        if (stack, observation) not in self._pair_replies:
            self._pair_replies[stack, observation] = ask(
                self._pair_handler(*stack), observation.known.inquiry, self.store
            )
        return self._pair_replies[stack, observation]


def mostly(evidence: Evidence, found: Mapping[CheckRun, MistakeStack]) -> dict[CheckRun, MistakeStack]:
    """Return the explanations without those of mistakes that leave most failures of a function unexplained.

    One row that looks like a mistake, among others that no mistake explains, is rather chance.
    """
    kept = dict(found)
    for name in set(evidence.blamed.values()):
        failed = [run for run, function in evidence.blamed.items() if function == name]
        by_stack = defaultdict[frozenset[Overlay], list[CheckRun]](list)
        for run in failed:
            if run in kept:
                by_stack[frozenset(kept[run])].append(run)
        for rows in sorted(by_stack.values(), key=len):
            unexplained = sum(run not in kept for run in failed)
            if len(rows) <= MOST * (len(rows) + unexplained):
                for run in rows:
                    del kept[run]
    return kept


def explanations(evidence: Evidence) -> dict[CheckRun, MistakeStack]:
    """Return for each failed check the mistake, or the two, that explain it better than all others."""
    found = dict[CheckRun, MistakeStack | None]()
    likely = _explain(evidence, evidence.catalogue.candidates, found)
    pairs = [  # each of a pair also fits somewhere that the other doesn't
        (one, other)
        for one, other in permutations(likely, 2)
        if likely[one] - likely[other] and likely[other] - likely[one]
    ]
    pairs.sort(key=lambda pair: -len(likely[pair[0]] | likely[pair[1]]))
    _explain(evidence, pairs[:MAX_PAIRS], found)
    return {run: stack for run in evidence.blamed if (stack := found.get(run))}


def _explain(
    evidence: Evidence, candidates: Sequence[MistakeStack], found: dict[CheckRun, MistakeStack | None]
) -> dict[Overlay, set[CheckRun]]:
    """Add to `found` what candidates explain, or None if several do equally well.

    Return which checks each mistake fits.
    """
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
            found[run] = None
    return likely
