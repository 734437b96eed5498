"""Bare asserts about results: which are found, and what to write instead."""

from __future__ import annotations

import pytest

from autograder.exercises.bare_asserts import bare_asserts

FOUND = {
    "assert student.f(1) == 2": "assert_equal(student.f(1), 2)",
    "assert 2 == student.f(1)": "assert_equal(student.f(1), 2)",
    "assert student.f(1) == [0.5, 2]": "assert_close(student.f(1), [0.5, 2])",
    "assert student.f(1) is None": "assert_equal(student.f(1), None)",
    "assert student.f(1)": "assert_equal(student.f(1), True)",
    "assert not student.f(1)": "assert_equal(student.f(1), False)",
    "assert student.table == [1]": "assert_equal(student.table, [1])",
    "assert np.allclose(student.f(1), x)": "assert_close(student.f(1), x)",
    "assert len(student.f(1)) == 3": "assert_equal(len(student.f(1)), 3)",
    "y = student.f(1)\n    assert y == 2": "assert_equal(y, 2)",
    "y = student.A()\n    z = y.f(1)\n    assert z == 2": "assert_equal(z, 2)",
    "for y in student.f(1):\n        assert y == 2": "assert_equal(y, 2)",
    "assert student.f(1) > 2": (
        'assert_that(student.f(1), lambda value: value > 2, "is not what it should be")'
    ),
    "assert isinstance(student.f(1), int)": (
        'assert_that(student.f(1), lambda value: isinstance(value, int), "is not what it should be")'
    ),
    "y = student.f(1)\n    assert 'a' in y": (
        "assert_that(y, lambda value: 'a' in value, \"is not what it should be\")"
    ),
}


@pytest.mark.parametrize("code, remedy", FOUND.items(), ids=FOUND)
def test_the_line_to_write_instead_is_said(code: str, remedy: str) -> None:
    """It asserts the same of the result, in the words of the vocabulary."""
    (found,) = bare_asserts(f"def test_f(student):\n    x = 3\n    {code}\n")

    assert (found.check, found.remedy) == ("test_f", remedy)
    assert found.line == 3 + code.count("\n")
    assert found.sentence == f"a bare assert can't look into a result; write {remedy}"


@pytest.mark.parametrize(
    "code",
    [
        "def test_f(student):\n    x = 3\n    assert x == 3\n    assert_equal(student.f(x), 3)\n",
        "def helper(student):\n    assert student.f(1) == 2\n",
        "assert 1 == 1\n",
        "def test_f(:\n",
    ],
)
def test_other_asserts_are_the_author_s_business(code: str) -> None:
    """An assert about the check's own numbers is as good as any; what is no Python is said elsewhere."""
    assert list(bare_asserts(code)) == []
