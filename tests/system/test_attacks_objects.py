"""Wrong code that attacks by its objects gets no point, and costs no other check anything."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from autograder.exercises.assignment import Assignment
from autograder.exercises.load import folder_checks
from autograder.grading.grader import Grader
from autograder.results import Report, Verdict
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission

ATTACKS = sorted((Path(__file__).parents[1] / "attacks" / "objects").glob("*.py"))
KINDS = ("equal", "class", "length", "text", "repr", "iterator", "error", "handles", "attributes", "printed")
SOLUTION = """import itertools


def double(x):
    return 2 * x


class Animal:
    pass


class Dog(Animal):
    pass


class Overdrawn(ValueError):
    pass


class Account:
    def __init__(self, owner):
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount

    def withdraw(self, amount):
        if amount > self.balance:
            raise Overdrawn(f"only {self.balance} left")
        self.balance -= amount


class Clock:
    def __init__(self, hour, minute):
        self.minutes = 60 * hour + minute

    def __add__(self, minutes):
        return Clock(0, self.minutes + minutes)

    def __eq__(self, other):
        return self.minutes == other.minutes

    def __str__(self):
        return f"{self.minutes // 60:02}:{self.minutes % 60:02}"


class School:
    def __init__(self):
        self.names = []

    def add(self, name):
        self.names.append(name)

    def __len__(self):
        return len(self.names)

    def __iter__(self):
        return iter(sorted(self.names))


def primes():
    return (n for n in itertools.count(2) if all(n % k for k in range(2, n)))


def root(x):
    if x < 0:
        raise ValueError("x is negative")
    return x**0.5


def greet(name):
    print(f"Hello, {name}!")


def main():
    print(f"{input()} is {input()}")
"""
CHECKS = '''from autograder.checks import (
    assert_equal, assert_match, assert_that, builtin, points, printed, raises, take, typed
)


@points(1, rung="honest")
def test_double(student):
    """double doubles."""
    assert_equal(student.double(2), 4)


@points(1, rung="objects")
def test_account(student):
    """An account has what was deposited."""
    account = student.Account("Ann")
    account.deposit(100)
    account.deposit(20)
    assert_equal(account.balance, 120)


@points(1, rung="objects")
def test_overdrawn(student):
    """No more can be withdrawn than there is."""
    account = student.Account("Ann")
    with raises(student.Overdrawn, match="0"):
        account.withdraw(500)
    with raises(AttributeError):
        account.secret


@points(1, rung="objects")
def test_clocks(student):
    """Clocks of the same time are equal, and no others."""
    assert_equal(student.Clock(8, 0) + 3, student.Clock(8, 3))
    assert_equal(student.Clock(8, 0) == student.Clock(8, 1), False)


@points(1, rung="objects")
def test_clock_as_text(student):
    """A clock shows its time."""
    assert_equal(builtin.str(student.Clock(8, 0)), "08:00")


@points(1, rung="objects")
def test_school(student):
    """A school counts its children, and lists them by name."""
    school = student.School()
    school.add("Ben")
    school.add("Ann")
    assert_equal(builtin.len(school), 2)
    assert_equal(builtin.list(school), ["Ann", "Ben"])


@points(1, rung="objects")
def test_dog(student):
    """A dog is an animal, and not every animal a dog."""
    assert_equal(builtin.isinstance(student.Dog(), student.Animal), True)
    assert_equal(builtin.isinstance(student.Animal(), student.Dog), False)


@points(1, rung="iterators")
def test_primes(student):
    """primes never ends."""
    assert_equal(take(student.primes(), 3), [2, 3, 5])
    assert_that(take(student.primes(), 4), lambda numbers: sorted(numbers) == numbers, "is not sorted")


@points(1, rung="errors")
def test_root(student):
    """There is no root of a negative number."""
    with raises(ValueError, match="negative"):
        student.root(-1)
    assert_equal(student.root(4), 2)


@points(1, rung="printed")
def test_greet(student):
    """greet greets."""
    assert_equal(printed(student.greet("Ann")), "Hello, Ann!\\n")


@points(1, rung="printed")
def test_main(student):
    """main asks for two things."""
    with typed("Ann", "42"):
        assert_match(printed(student.main()), r"Ann is 42\\n")
'''


@pytest.fixture(scope="module")
def assignment(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    folder = tmp_path_factory.mktemp("course") / "objects"
    folder.mkdir()
    (folder / "objects.py").write_text(SOLUTION, encoding="utf-8")
    (folder / "test_hidden.py").write_text(CHECKS, encoding="utf-8")
    return Assignment("objects", (folder,), tuple(folder_checks(folder)))


def graded(assignment: Assignment, source: str, zygote: Zygote) -> Report:
    limits = Limits(call_seconds=0.5, check_seconds=1, submission_seconds=8, memory_bytes=1 << 30)
    submission = read_submission("a", "a.py", source.encode(), "objects")
    return Grader(assignment, zygote.worker, limits, probes={}).grade(submission)


def test_the_solution_passes_in_a_batch(assignment: Assignment, zygote: Zygote) -> None:
    """Right code earns all points, so what an attack loses is the attack's."""
    report = graded(assignment, SOLUTION, zygote)

    assert [result.message for result in report.lacking] == []


def test_each_kind_of_lie_has_two_attacks() -> None:
    """Handles, ==, __class__, lengths, texts, iterators, errors, attributes and output are attacked."""
    assert {kind for kind in KINDS if sum(file.stem.startswith(kind) for file in ATTACKS) < 2} <= {"text"}


@pytest.mark.parametrize("file", ATTACKS, ids=lambda file: file.stem)
def test_an_attack_by_objects_gets_nothing(assignment: Assignment, zygote: Zygote, file: Path) -> None:
    """No check of what it got wrong is passed; the function it left alone keeps its point; none is broken."""
    source = file.read_text(encoding="utf-8")
    start = time.process_time()
    report = graded(assignment, f"def double(x):\n    return 2 * x\n\n\n{source}", zygote)
    passed = {result.check for result in report.results if result.verdict is Verdict.PASSED}

    assert passed == {"test_double"}
    assert not report.broken and time.process_time() - start < 3
    assert all(len(result.message) < 2_000 and "\x1b" not in result.message for result in report.results)
