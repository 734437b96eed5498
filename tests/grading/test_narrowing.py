"""Narrowing: what tells the calls that are right from those that are wrong, and only where that is true."""

from __future__ import annotations

import pytest

from autograder.exercises.traits import Traits
from autograder.grading.narrowing import Judged, narrowed

TRAITS = Traits(
    lambda: {},
    {
        "stride": ("stride 1", "stride 2", "stride 3 or more"),
        "padding": ("padding 0", "padding 1"),
        "images": ("one image", "several images"),
    },
    words={"fa": {"stride 1": "گام یک", "stride 2": "گام دو"}},
)
RIGHT, WRONG = True, False
CASES = {
    "one value is wrong": (
        [("stride 1", RIGHT), ("stride 2", WRONG), ("stride 3 or more", RIGHT)],
        "f is right for stride 1 or stride 3 or more and wrong for stride 2.",
    ),
    "two values meet": (
        [("stride 2,padding 0", RIGHT), ("stride 1,padding 1", RIGHT), ("stride 2,padding 1", WRONG)],
        "f is right for padding 1 alone and for stride 2 alone, and wrong where both come together.",
    ),
    "not always": (
        [
            ("stride 1", RIGHT),
            ("stride 1", RIGHT),
            ("stride 2", WRONG),
            ("stride 2", WRONG),
            ("stride 2", RIGHT),
        ],
        "f is wrong for stride 2 only, and not for all of these.",
    ),
    "once, by chance": (
        [("stride 1", RIGHT), ("stride 1", RIGHT), ("stride 2", WRONG), ("stride 2", RIGHT)],
        "",
    ),
    "once, and several pairs meet": (
        [
            ("stride 2,padding 0,one image", RIGHT),
            ("stride 1,padding 1,one image", RIGHT),
            ("stride 1,padding 0,several images", RIGHT),
            ("stride 2,padding 1,several images", WRONG),
        ],
        "",
    ),
    "nothing in common": ([("stride 1", RIGHT), ("stride 1", WRONG), ("stride 2", WRONG)], ""),
    "all wrong": ([("stride 1", WRONG), ("stride 2", WRONG)], ""),
    "all right": ([("stride 1", RIGHT)], ""),
}


def judged(calls: list[tuple[str, bool]]) -> list[Judged]:
    trait_of = {value: trait for trait, values in TRAITS.values.items() for value in values}
    return [Judged({trait_of[one]: one for one in text.split(",")}, right) for text, right in calls]


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_is_true_of_all_calls(case: str) -> None:
    """One trait separates right from wrong, or two values do, or one has all failures; else silence."""
    calls, sentence = CASES[case]

    said = narrowed("f", TRAITS, judged(calls))
    assert said.removeprefix("For the inputs of these checks, ") in {
        sentence,
        sentence.replace("padding 1 alone and for stride 2 alone", "stride 2 alone and for padding 1 alone"),
    }


def test_values_are_said_in_the_language_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of values are the exercise's own."""
    monkeypatch.setenv("LANGUAGE", "fa")
    said = narrowed("f", TRAITS, judged([("stride 1", RIGHT), ("stride 2", WRONG)]))

    assert "گام یک" in said and "گام دو" in said and "stride" not in said
