"""The vocabulary is documented: every name has an example, and the examples are right."""

from __future__ import annotations

import doctest
import inspect

import numpy as np
import pytest

from autograder import checks, errors
from autograder.checks import (
    asking,
    assertions,
    data_assertions,
    differences,
    exceptions,
    result,
    values,
    wording,
)
from autograder.session.live import LiveRun
from autograder.session.plan import BatchReplies, CheckPlan
from autograder.session.session import InProcessSession
from autograder.session.student import Student
from autograder.worker import wire
from autograder.worker.server import RequestHandler

SUBMISSION = """
import itertools, random

class Overdrawn(ValueError):
    pass

class Account:
    def __init__(self, owner):
        self.owner, self.balance = owner, 0
    def deposit(self, amount):
        self.balance += amount
    def withdraw(self, amount):
        if amount > self.balance:
            raise Overdrawn(f"only {self.balance} left")
        self.balance -= amount

class Clock:
    def __init__(self, hour, minute):
        self.minutes = (60 * hour + minute) % 1440
    def __add__(self, minutes):
        return Clock(0, self.minutes + minutes)
    def __eq__(self, other):
        return self.minutes == other.minutes
    def __str__(self):
        return f"{self.minutes // 60:02}:{self.minutes % 60:02}"

def word_count(text):
    return {word: text.split().count(word) for word in text.split()}

def save_report(numbers, name):
    with open(name, "w") as file:
        file.writelines(f"{number}\\n" for number in numbers)

def primes():
    return (n for n in itertools.count(2) if all(n % k for k in range(2, n)))

def root(x):
    if x < 0:
        raise ValueError("x is negative")
    return x**0.5

def shuffled(values, seed):
    return random.Random(seed).sample(values, len(values))

def main():
    print(f"{input('Name? ')} is {input('Age? ')} years old")

two_fer = "One for {}, one for me.".format
mean = lambda numbers: sum(numbers) / len(numbers)
robot_name = lambda: "AB123"
apply = lambda function, x: function(x)
write_report = lambda stream: stream.write("All is well.")
greet = lambda name: print(f"Hello, {name}!")
if __name__ == "__main__":
    print("Welcome")
"""
CONSTANTS = {"ANY"}  # documented by a text below it, which Python does not keep


@pytest.mark.parametrize("name", sorted(set(checks.__all__) - CONSTANTS))
def test_every_name_of_the_vocabulary_has_an_example(name: str) -> None:
    """An author finds out how to write a check from the names alone."""
    assert ">>> " in (inspect.getdoc(getattr(checks, name)) or "")


MODULES = [asking, assertions, data_assertions, differences, errors, exceptions, result, values, wording]


def handler() -> RequestHandler:
    """Return what replies as the submission does, run as our own code is."""
    code, names = compile(SUBMISSION, "submission.py", "exec"), {"__name__": "own_submission"}
    exec(code, names)
    made = RequestHandler(names)
    made.run_again = lambda: exec(code, {"__name__": "__main__"}) or []
    return made


class OwnSession(InProcessSession):
    """Asks the submission above."""

    def __init__(self) -> None:
        super().__init__({})
        self.handler = handler()


class ResultsAreSilent(doctest.OutputChecker):
    """Where an example shows no output, the results that doctest prints of its lines do not count."""

    def check_output(self, want: str, got: str, optionflags: int) -> bool:
        silent = not want and all(line.startswith("<") for line in got.splitlines())
        return silent or super().check_output(want, got, optionflags)


@pytest.mark.parametrize("module", MODULES, ids=lambda one: one.__name__)
def test_the_examples_are_right(module: object) -> None:
    """What the examples say is what happens, on a submission in this process."""
    names = {name: getattr(checks, name) for name in checks.__all__}
    live = LiveRun(OwnSession())
    globs = {**names, "np": np, "student": Student(live)}
    runner = doctest.DocTestRunner(ResultsAreSilent(), optionflags=doctest.ELLIPSIS)
    tests = doctest.DocTestFinder(exclude_empty=True).find(module, extraglobs=globs)  # type: ignore[arg-type]
    with live.running():
        for test in tests:
            runner.run(test)

    assert runner.tries and not runner.failures


EXAMPLES = [
    example
    for module in MODULES
    for test in doctest.DocTestFinder(exclude_empty=True).find(module)  # type: ignore[arg-type]
    if any("student." in one.source or "student)" in one.source for one in test.examples)
    for example in [test]
]


@pytest.mark.parametrize("test", EXAMPLES, ids=lambda test: test.name)
def test_the_examples_can_be_noted(test: doctest.DocTest) -> None:
    """What an example asks of `student` is planned, and travels in one batch, with the same outcome."""
    source = "".join(one.source for one in test.examples if "<" not in one.want)
    fails = any("CheckFailed" in one.want for one in test.examples)
    names = {name: getattr(checks, name) for name in checks.__all__}
    plan = CheckPlan(lambda student: exec(source, {**names, "np": np, "student": student}))
    made = handler()
    row = b"".join(made.handle(*wire.decode(one.frame, wire.REQUEST)) for one in plan.requests)
    replies = BatchReplies(plan, row, 0, "")
    if fails:
        with pytest.raises(checks.CheckFailed):
            replies.judge()
    else:
        replies.judge()
