"""What an assignment says about itself."""

from __future__ import annotations

import pytest

from autograder.exercises.assignment import short_name


@pytest.mark.parametrize(
    ("exercise", "short"),
    [
        ("q1_sums", "q1"),
        ("q12_word_count", "q12"),
        ("week3_lists", "week3"),
        ("two_fer", "two_fer"),
        ("sums", "sums"),
        ("q1", "q1"),
        ("2_sums", "2_sums"),
    ],
)
def test_the_short_name_of_an_exercise_is_its_number(exercise: str, short: str) -> None:
    """A name without a word and a number in front is not shortened: `two` says less than `two_fer`."""
    assert short_name(exercise) == short
