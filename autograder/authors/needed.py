"""Whether each mistake and each check of an exercise is needed: what no check, or no mistake, tells apart."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import combinations

from autograder.authors.trial import Trial
from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.overlays import Overlay
from autograder.grading.equality import Canonical, as_checked, equal_replies
from autograder.session.request import Exchange


def twin_problems(
    caught: Mapping[Overlay, frozenset[Check]],
    replies: Callable[[Overlay], Trial],
    canonical: Canonical = str,
) -> Iterator[str]:
    """Find mistakes that no request of any check tells apart: a diagnosis could name neither.

    Args:
        replies: Returns how a mistake did where every reply is kept, and all inputs are the same.
    """
    for one, other in combinations(caught, 2):
        declared = (
            one.same_as == other.name
            or other.same_as == one.name
            or (one.same_as and one.same_as == other.same_as)
        )
        if declared or caught[one] != caught[other]:
            continue
        if _same_replies(replies(one), replies(other), canonical):
            twins = f"mistakes/{one.name} and mistakes/{other.name}"
            yield f"{twins} reply the same in every check; declare one SAME_AS the other, or drop it"


def _same_replies(one: Trial, other: Trial, canonical: Canonical) -> bool:
    pairs = [(mine.exchanges, theirs.exchanges) for mine, theirs in zip(one.runs, other.runs, strict=True)]
    return all(
        len(mine) == len(theirs)
        and all(_same_reply(a, b, canonical) for a, b in zip(mine, theirs, strict=True))
        for mine, theirs in pairs
    )


def _same_reply(one: Exchange, other: Exchange, canonical: Canonical) -> bool:
    mine, theirs = as_checked(one.reply, one.awaited), as_checked(other.reply, other.awaited)
    return equal_replies(mine, theirs, canonical)


def undeclared_problems(mistakes: Collection[Overlay]) -> Iterator[str]:
    """Find mistakes that are declared to be the same as one that isn't there."""
    names = {mistake.name for mistake in mistakes}
    for mistake in mistakes:
        if mistake.same_as and mistake.same_as not in names:
            yield f"mistakes/{mistake.name} is SAME_AS {mistake.same_as}, which is not there"


def idle_problems(assignment: Assignment, caught: Mapping[Overlay, frozenset[Check]]) -> Iterator[str]:
    """Find checks that could be removed: others of their kind catch all that they catch on their rung."""
    if not caught:
        remedy = "write some into mistakes/"
        yield f"there are no mistakes, so nothing shows that the checks find any; {remedy}"
        return
    for check in assignment.checks:
        needed = bool(only_caught_by(check, assignment, caught))
        if not needed and not check.for_reading:
            remedy = "write the mistake that only it catches, or declare it for_reading"
            yield f"{check.name} catches nothing on its own; {remedy}"
        if needed and check.for_reading:
            yield f"{check.name} is declared for_reading, but it alone catches a mistake; take that away"
    if not any(all(check.hidden for check in checks) for checks in caught.values()):
        yield "the visible checks catch every mistake; hidden ones must have something of their own to find"


def only_caught_by(
    check: Check, assignment: Assignment, caught: Mapping[Overlay, frozenset[Check]]
) -> list[str]:
    """Return the mistakes that no other check of the same rung and kind catches.

    Kinds are: visible, hidden with fixed inputs, hidden with random inputs. One can't replace another:
    students can copy visible inputs, and pass on fixed ones from year to year.
    """
    kind = [
        one
        for one in assignment.checks
        if (one.rung, one.hidden, one.random) == (check.rung, check.hidden, check.random)
    ]
    return [mistake.name for mistake, checks in caught.items() if checks.intersection(kind) == {check}]
