"""Narrowing: for which values of traits a wrong function is right, and for which it is wrong.

It is said where no mistake is named. All calls that the checks made of the function are the evidence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

from autograder.exercises.traits import Traits
from autograder.i18n import _
from autograder.text import clean_text

Calls: TypeAlias = Sequence[Mapping[str, str]]
"""The value of each trait, by call."""
MOSTLY = 2
"""At least one in so many of the calls that are right must lack the value to which a failure is narrowed."""


class Judged(NamedTuple):
    """One call: the value of each trait, and whether the submission replied as the solution."""

    values: Mapping[str, str]
    right: bool


def narrowed(function: str, traits: Traits, calls: Sequence[Judged]) -> str:
    """Return a sentence about what tells calls that are right from those that are wrong; else nothing."""
    right = [call.values for call in calls if call.right]
    wrong = [call.values for call in calls if not call.right]
    if not right or not wrong:
        return ""
    name = clean_text(function, 60)
    ways = (_by_one, _by_two, _only)
    return next(filter(None, (way(name, traits, right, wrong) for way in ways)), "")


def _by_one(name: str, traits: Traits, right: Calls, wrong: Calls) -> str:
    """Return the sentence about one trait, if no value of it is right here and wrong there."""
    for trait, values in traits.values.items():
        good = {call.get(trait, "") for call in right}
        bad = {call.get(trait, "") for call in wrong}
        if "" not in bad and not good & bad and good - {""}:
            text = _("For the inputs of these checks, {name} is right for {right} and wrong for {wrong}.")
            return text.format(
                name=name,
                right=_either(traits, [one for one in values if one in good]),
                wrong=_either(traits, [one for one in values if one in bad]),
            )
    return ""


def _by_two(name: str, traits: Traits, right: Calls, wrong: Calls) -> str:
    """Return the sentence about two values that are right alone, and wrong wherever they meet.

    Of several pairs the one that the fewest calls have tells most. But one wrong call alone has many pairs
    by chance: then nothing is said, unless there is only one.
    """
    found = dict[tuple[str, str], int]()
    for one, other in combinations(_shared(traits, wrong), 2):
        with_one = [call for call in right if one in call.values()]
        with_other = [call for call in right if other in call.values()]
        if with_one and with_other and not any(other in call.values() for call in with_one):
            found[one, other] = len(with_one) + len(with_other)
    if not found or (len(found) > 1 and len(wrong) == 1):
        return ""
    one, other = min(found, key=lambda pair: found[pair])
    text = _(
        "For the inputs of these checks, {name} is right for {one} alone and for {other} alone, "
        "and wrong where both come together."
    )
    return text.format(name=name, one=traits.phrase(one), other=traits.phrase(other))


def _only(name: str, traits: Traits, right: Calls, wrong: Calls) -> str:
    """Return the sentence about the value without which all is right, though not all is wrong with it.

    One wrong call alone has many such values by chance: then nothing is said.
    """
    if len(wrong) == 1:
        return ""
    shared = _shared(traits, wrong)
    also_right = {value: sum(value in call.values() for call in right) for value in shared}
    best = min(shared, key=lambda value: also_right[value], default="")
    if not best or also_right[best] * MOSTLY > len(right):
        return ""
    text = _("For the inputs of these checks, {name} is wrong for {wrong} only, and not for all of these.")
    return text.format(name=name, wrong=traits.phrase(best))


def _shared(traits: Traits, calls: Calls) -> list[str]:
    """Return the values that all calls have, in the order of the declaration."""
    common = set.intersection(*(set(call.values()) for call in calls))
    return [value for value in traits.every_value if value in common]


def _either(traits: Traits, values: Sequence[str]) -> str:
    *first, last = map(traits.phrase, values)
    return _("{first} or {last}").format(first=", ".join(first), last=last) if first else last
