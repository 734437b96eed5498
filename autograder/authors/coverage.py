"""Input coverage: which pairs of values of an exercise's traits no check asks for together.

Most wrong code that passes checks is wrong for one value of a trait, such as a stride of 3, or for two
together, such as bytes with padding. So a check has to ask for each pair. The full product isn't needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from autograder.errors import AuthorError
from autograder.exercises.assignment import DRAWS, Assignment, Check
from autograder.exercises.layout import TRAITS
from autograder.exercises.traits import Pair, Traits
from autograder.grading.check_run import make_plan, requests_of
from autograder.grading.hints import is_call
from autograder.text import some_of
from autograder.worker.server import RequestHandler


@dataclass
class Coverage:
    """What the checks of one exercise ask of one function.

    Random inputs count only if each draw asks for them: nothing is left to luck.
    """

    traits: Traits
    fixed: set[Pair] = field(default_factory=set)
    random: set[Pair] = field(default_factory=set)
    has_random: bool = False

    def asked(self) -> set[Pair]:
        return self.fixed | self.random

    def missing(self) -> list[tuple[str, str]]:
        """Return the pairs that no check asks for, in the order of the declaration."""
        done = self.asked() | self.traits.excluded.keys()
        return [pair for pair in self.traits.pairs() if frozenset(pair) not in done]

    def counts(self) -> tuple[int, int, int]:
        """Return how many pairs are asked for, how many there are to ask, and how many are excluded."""
        wanted = {frozenset(pair) for pair in self.traits.pairs()} - self.traits.excluded.keys()
        return len(wanted & self.asked()), len(wanted), len(self.traits.excluded)


def coverage(
    assignment: Assignment, traits: Mapping[str, Traits], solution: RequestHandler
) -> dict[str, Coverage]:
    """Return what the checks ask of each function that has traits. Raises AuthorError for a wrong value."""
    found = {function: Coverage(one) for function, one in traits.items()}
    for check in assignment.checks if traits else ():
        draws = [_asked(check, draw, traits, solution) for draw in range(DRAWS if check.random else 1)]
        for function, covered in found.items():
            pairs = set.intersection(*(draw.get(function, set()) for draw in draws))
            (covered.random if check.random else covered.fixed).update(pairs)
            covered.has_random |= check.random and bool(pairs)
    return found


def _asked(
    check: Check, draw: int, traits: Mapping[str, Traits], solution: RequestHandler
) -> dict[str, set[Pair]]:
    """Return the pairs that one draw of a check asks for, by function. A value alone is a pair, too."""
    pairs = dict[str, set[Pair]]()
    for exchange in requests_of(check, solution, draw, make_plan(check, draw)):
        if exchange.name in traits and is_call(exchange):
            _operation, _name, arguments, keywords = exchange.request
            values = _values(traits[exchange.name], arguments, keywords, check.name)
            asked = pairs.setdefault(exchange.name, set())
            asked |= {frozenset((one, other)) for one in values for other in values}
    return pairs


def _values(traits: Traits, arguments: list[object], keywords: dict[str, object], check: str) -> list[str]:
    try:
        return list(traits.of_call(arguments, keywords).values())
    except AuthorError:
        raise
    except Exception as error:
        raise AuthorError(f"{TRAITS} fails on a call in {check}: {type(error).__name__}: {error}") from error


def coverage_problems(found: Mapping[str, Coverage]) -> Iterator[str]:
    """Find pairs that no check asks for, values only luck or only fixed inputs ask for, and wrong excuses."""
    for function, covered in found.items():
        missing = covered.missing()
        for value in dict.fromkeys(one for one, _ in missing):
            partners = [other for one, other in missing if one == value]
            remedy = f"add such a call, or name the reason in {TRAITS}"
            yield f"no check asks {function} for {value!r} with {_quoted(partners)}; {remedy}"
        kinds = {"fixed inputs": covered.fixed, "random inputs in every draw": covered.random}
        for kind, pairs in kinds.items() if covered.has_random else ():
            if lacking := [value for value in covered.traits.every_value if frozenset((value,)) not in pairs]:
                yield f"no check with {kind} asks {function} for {_quoted(lacking)}"
        for pair in covered.asked() & covered.traits.excluded.keys():
            one, other = sorted(pair)
            yield f"{TRAITS} calls {one!r} with {other!r} impossible for {function}, but a check asks for it"


def _quoted(values: Iterable[str]) -> str:
    return some_of([repr(value) for value in values], 6)


def coverage_rows(found: Mapping[str, Coverage]) -> Iterator[str]:
    """Yield a row for each function: how many pairs of values the checks ask for."""
    for function, covered in found.items():
        asked, wanted, excluded = covered.counts()
        note = f"; {excluded} excluded" if excluded else ""
        yield f"  {function}: {asked} of {wanted} pairs of input values asked{note}"


def word_problems(traits: Mapping[str, Traits], languages: Iterable[str]) -> Iterator[str]:
    """Find values that have no phrase in a further language of the course."""
    for function, one in traits.items():
        for language in languages:
            missing = [value for value in one.every_value if value not in one.words.get(language, {})]
            if missing:
                yield f"{TRAITS} lacks {language!r} words of {function} for {_quoted(missing)}"
