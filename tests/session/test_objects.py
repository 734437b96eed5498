"""What checks do with objects: noted in a plan, or asked as they go, with the same end."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.checks import (
    assert_arguments_unchanged,
    assert_close,
    assert_equal,
    assert_match,
    assert_that,
    builtin,
    code,
    printed,
    raises,
    take,
    typed,
)
from autograder.checks.result import CannotPlan
from autograder.errors import AuthorError, CheckFailed, Crashed, NotAttempted, Outcome, StudentError
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.session.live import LiveRun
from autograder.session.plan import BatchReplies, CheckPlan
from autograder.session.session import InProcessSession, WorkerSession
from autograder.session.student import Student
from autograder.submissions.read import read_submission
from autograder.worker import wire
from autograder.worker.server import RequestHandler

SUBMISSION = """
import itertools


class Overdrawn(ValueError):
    pass


class Account:
    bank = "ours"

    class Closed(KeyError):
        pass

    def __init__(self, owner, *, balance=0):
        self.owner, self.balance, self.value, self.call = owner, balance, "theirs", "theirs"
        self.log = []

    def deposit(self, amount):
        self.balance += amount
        self.log.append(amount)
        return self

    def withdraw(self, amount):
        if amount > self.balance:
            raise Overdrawn(f"only {self.balance} left")
        self.balance -= amount

    def close(self):
        raise NotImplementedError("Account: write your code here")

    def __eq__(self, other):
        return self.owner == other.owner


class Plain:
    pass


def count():
    for number in itertools.count():
        print(f"at {number}")
        yield number


def nested():
    return [[1, 2], {"a": (3, [4.0])}]


def total(accounts, first=None):
    return sum(account.balance for account in accounts)


def add(items, item):
    items.append(item)
    return items


def echo():
    print(input("? ").upper())


def apply(function, *values):
    return function(*values)


class ValueError(Exception):
    pass


def false_error():
    raise ValueError("negative")


def closed(owner):
    raise Account.Closed(owner)
"""


def handler() -> RequestHandler:
    names: dict[str, Any] = {"__name__": "own"}
    exec(SUBMISSION, names)
    return RequestHandler(names)


Check = Callable[[Student], None]


def planned(check: Check) -> None:
    """Plan a check, ask all of its requests, then judge the replies. Where that can't be, ask as it goes."""
    plan, made = CheckPlan(check), handler()
    row = b"".join(made.handle(*wire.decode(one.frame, wire.REQUEST)) for one in plan.requests)
    try:
        BatchReplies(plan, row, 0, "").judge()
    except CannotPlan:
        live_with_plan(check)


def live(check: Check) -> None:
    """Ask a check as it goes, without a plan."""
    run = LiveRun(InProcessSession(handler()))
    with run.running():
        check(Student(run))


def live_with_plan(check: Check) -> None:
    run = LiveRun(InProcessSession(handler()), CheckPlan(check))
    with run.running():
        check(Student(run))


WAYS = [planned, live, live_with_plan]


def values_at_the_assert(student: Student) -> None:
    items = student.add([1], 2)
    assert_equal(items, [1, 2])
    student.add(items, 3)
    assert_equal(items, [1, 2, 3])
    account = student.Account("Ann")
    log, before = account.log, account.balance
    account.deposit(5).deposit(7)
    assert_equal(log, [5, 7])
    assert_equal(before, 0)


def every_name_is_theirs(student: Student) -> None:
    account = student.Account("Ann", balance=3)
    assert_equal(account.value, "theirs")
    assert_equal(account.call, "theirs")
    assert_equal(student.Account.bank, "ours")
    account.balance = 8
    account.log[:] = [1]
    assert_equal(account.balance, 8)
    assert_equal(account.log[0], 1)


def parts(student: Student) -> None:
    assert_equal(student.nested()[0], [1, 2])
    assert_close(student.nested()[1]["a"][1][0] * 2 - 1, 7)
    assert_equal(student.nested()[0][-1:], [2])
    assert_equal(2 + student.nested()[0][0], 3)


def results_as_arguments(student: Student) -> None:
    accounts = [student.Account("Ann", balance=1), student.Account("Ben", balance=2)]
    assert_equal(student.total(accounts, first=accounts[0]), 3)
    assert_equal(student.apply(student.add, [1], 2), [1, 2])
    assert_equal(student.apply(code("lambda x, y: np.hypot(x, y)"), 3, 4), 5)
    assert_equal(builtin.sorted([student.nested()[0][1], 1]), [1, 2])
    twice = student.Account("Cas")
    assert_equal(twice == twice, True)


def iterators(student: Student) -> None:
    numbers = student.count()
    assert_equal(take(numbers, 2), [0, 1])
    assert_equal(take(numbers, 1), [2])
    assert_equal(printed(take(student.count(), 1)), "")
    assert_equal(builtin.next(numbers), 3)


def equality(student: Student) -> None:
    assert_equal(student.Account("Ann"), student.Account("Ann", balance=9))
    assert_equal(student.nested()[0], student.nested()[0])
    assert_equal(student.Account("Ann") != student.Account("Ben"), True)


def exceptions(student: Student) -> None:
    account = student.Account("Ann")
    with raises(student.Overdrawn, match=r"^only \d"):
        account.withdraw(1)
    with raises((KeyError, AttributeError)):
        account.nothing  # noqa: B018 - what is asked raises
    with raises(TypeError):
        student.Account()
    assert_equal(account.balance, 0)


def input_and_output(student: Student) -> None:
    with typed("ann", "ben"):
        assert_equal(printed(student.echo()), "? ANN\n")
        assert_match(printed(student.echo()), r"\? [A-Z]+\n")
    with raises(EOFError):
        student.echo()


def random_numbers(student: Student) -> None:
    rng = code("np.random.default_rng(3)")
    first = student.apply(rng.normal)
    assert_that(first, lambda value: abs(value) < 9, "is far off")
    assert_arguments_unchanged(student.apply(code("len"), [1]))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "check",
    [
        values_at_the_assert,
        every_name_is_theirs,
        parts,
        results_as_arguments,
        iterators,
        equality,
        exceptions,
        input_and_output,
        random_numbers,
    ],
)
def test_what_is_right_passes_however_it_is_asked(check: Check, way: Callable[[Check], None]) -> None:
    """In a plan, as it goes, and as it goes with a plan, a check finds the same."""
    way(check)


def asks_twice(student: Student) -> None:
    with typed("once"):
        student.echo()
        assert_equal(printed(student.echo()), "")


def used_after_it_should_have_raised(student: Student) -> None:
    account = student.Account("Ann")
    with raises(student.Overdrawn):
        account.deposit(1)
    assert_equal(account.balance, 1)


WRONG: list[tuple[Check, type[Outcome], str]] = [
    (
        used_after_it_should_have_raised,
        CheckFailed,
        "Account('Ann').deposit(1) gives Account object, expected an Overdrawn",
    ),
    (
        lambda student: assert_equal(student.Account("Ann").deposit(5).balance, 6),
        CheckFailed,
        "Account('Ann').deposit(5).balance is 5, expected 6",
    ),
    (
        lambda student: assert_equal(student.nested(), [[1, 2], {"a": (3, [5.0])}]),
        CheckFailed,
        "nested()[1]['a'][1][0] is 4, expected 5",
    ),
    (
        lambda student: assert_equal(student.nested()[2], 1),
        CheckFailed,
        "nested()[2] is not there: it is looked for in a list of length 2",
    ),
    (
        lambda student: assert_equal(student.Account("Ann"), student.Account("Ben")),
        CheckFailed,
        "Account('Ann') is not equal to Account('Ben'): they are Account object and Account object",
    ),
    (
        lambda student: assert_equal(student.Plain(), student.Plain()),
        CheckFailed,
        "Plain() is not equal to Plain(): their class has no __eq__, which says what is equal",
    ),
    (
        lambda student: assert_equal(student.Acount("Ann").balance, 1),
        CheckFailed,
        "Acount is not defined, but Account is. Rename it: the checks look for Acount",
    ),
    (
        lambda student: assert_equal(student.apply(student.ad, [1]), 1),
        CheckFailed,
        "ad is not defined",
    ),
    (lambda student: student.Account("Ann").close(), NotAttempted, "Account is not written yet"),
    (
        lambda student: assert_equal(student.Account("Ann").withdraw(1), None),
        StudentError,
        "Account('Ann').withdraw(1) raises Overdrawn: only 0 left",
    ),
    (
        lambda student: assert_equal(printed(student.Account("Ann")), "x"),
        CheckFailed,
        "what Account('Ann') prints is '', expected 'x'",
    ),
    (
        asks_twice,
        StudentError,
        "echo() asks for more input than the 1 line that is typed",
    ),
    (
        lambda student: assert_equal(student.Account("Ann"), 3),
        CheckFailed,
        "Account('Ann') is of type Account, expected a number, a text, a list, a dict or an array",
    ),
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("check", "outcome", "message"), WRONG)
def test_what_is_wrong_is_said_in_a_sentence(
    check: Check, outcome: type[Outcome], message: str, way: Callable[[Check], None]
) -> None:
    """The sentence names the place as a check writes it, however it is asked."""
    with pytest.raises(outcome) as raised:
        way(check)
    assert str(raised.value) == message


def raising(kind: Any, match: str, *calls: Callable[[Student], Any]) -> Check:
    def check(student: Student) -> None:
        with raises(kind if isinstance(kind, type | tuple) else kind(student), match=match):
            for call in calls:
                call(student)

    return check


def own(student: Student) -> Any:
    return student.Overdrawn


RAISES = [
    (ValueError, "", lambda student: student.total([]), "total([]) gives 0, expected a ValueError"),
    (
        KeyError,
        "",
        lambda student: student.Account("Ann").withdraw(1),
        "Account('Ann').withdraw(1) raises Overdrawn: only 0 left, expected a KeyError",
    ),
    (
        own,
        "nothing",
        lambda student: student.Account("Ann").withdraw(1),
        'Account(\'Ann\').withdraw(1) raises Overdrawn, but its message "only 0 left" has no "nothing"',
    ),
    (
        lambda student: student.Account.Closed,
        "",
        lambda student: student.Account("Ann").withdraw(1),
        "Account('Ann').withdraw(1) raises Overdrawn: only 0 left, expected a Closed",
    ),
    (
        lambda student: student.Overdrawm,
        "",
        lambda student: student.Account("Ann").withdraw(1),
        "Overdrawm is not defined, but Overdrawn is. Rename it: the checks look for Overdrawm",
    ),
    (
        lambda student: (KeyError, student.total),
        "",
        lambda student: student.Account("Ann").withdraw(1),
        "total is no class of exceptions, and the check waits for one",
    ),
    (
        ValueError,
        "",
        lambda student: student.false_error(),
        "false_error() raises ValueError: negative, expected a ValueError",
    ),
    (
        (AttributeError, IndexError),
        "",
        lambda student: student.nested(),
        "nested() gives [[1, 2], {'a': (3, [4.0])}], expected an AttributeError or an IndexError",
    ),
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("kind", "match", "call", "message"), RAISES)
def test_another_exception_is_said(
    kind: Any, match: str, call: Any, message: str, way: Callable[[Check], None]
) -> None:
    """What it gives or raises instead, by identity: an own class that is named ValueError is none."""
    with pytest.raises(CheckFailed) as raised:
        way(raising(kind, match, call))
    assert str(raised.value) == message


def test_a_call_that_raises_ends_its_block() -> None:
    """What stands below it in the block is not asked, so such a check can't be planned."""

    def check(student: Student) -> None:
        account = student.Account("Ann")
        with raises(student.Overdrawn):
            account.withdraw(1)
            account.deposit(5)
        assert_equal(account.balance, 0)

    with pytest.raises(CannotPlan):
        CheckPlan(check)
    live(check)


def test_a_type_of_the_student_s_is_known_by_identity() -> None:
    """The student's own `ValueError` is what `student.ValueError` names."""
    planned(raising(lambda student: student.ValueError, "negative", lambda student: student.false_error()))


@pytest.mark.parametrize("way", WAYS)
def test_a_type_may_stand_in_a_class(way: Callable[[Check], None]) -> None:
    """`raises(student.Account.Closed)` waits for a class inside of a class, however it is asked."""
    way(raising(lambda student: student.Account.Closed, "Ann", lambda student: student.closed("Ann")))


FAULTS: list[tuple[Check, str]] = [
    (lambda student: exec("assert x == 3", {"x": student.total([])}), r"write assert_equal\(student\.total"),
    (lambda student: list(student.nested()), r"name its parts, as result\[0\]"),
    (lambda student: len(student.nested()), r"builtin\.len\(result\)"),
    (lambda student: np.allclose(student.nested(), 3), "compare it with assert_array"),
    (lambda student: np.asarray(student.nested()), r"nested\(\) is not there yet, so numpy can't"),
    (lambda student: 3 in student.nested(), "`in` can't look into it"),
    (lambda student: assert_equal(3, 3), "3, which is no result"),
    (lambda student: student.total(print), r"can't be sent to student code; write it as code"),
    (lambda student: code("x = 1"), "is no expression"),
    (lambda student: builtin.open("x"), r"builtin\.open is not there"),
    (lambda student: take([1], 1), r"take needs a result"),
    (lambda student: raises(3), "raises needs a type of exceptions"),
    (raising(KeyError, ""), "has nothing in it"),
    (
        raising(KeyError, "", lambda student: assert_equal(student.total([]), 0)),
        "put asserts below it",
    ),
    (raising(KeyError, "", lambda student: raising(KeyError, "")(student)), "can't stand inside of another"),
]


@pytest.mark.parametrize("way", [planned, live])
@pytest.mark.parametrize(("check", "message"), FAULTS)
def test_a_fault_of_the_author_s_is_a_sentence(
    check: Check, message: str, way: Callable[[Check], None]
) -> None:
    """What can't be checked is said, with what to write instead."""
    with pytest.raises(AuthorError, match=message):
        way(check)


def test_a_vocabulary_word_outside_of_a_check_is_the_author_s_fault() -> None:
    """Only inside of a check there is somebody to ask. Code may stand at the top of a file, though."""
    with pytest.raises(AuthorError, match=r"builtin\.len can only be used inside of a check"):
        builtin.len([1])
    double = code("lambda x: 2 * x")
    planned(lambda student: assert_equal(student.apply(double, 4), 8))


def test_a_name_of_python_s_own_is_asked_of_the_student_s_side() -> None:
    """`__name__` and its like are not the result's: what to write instead is said, and works."""
    with pytest.raises(AttributeError, match=r"write builtin\.getattr\(result, '__name__'\)"):
        planned(lambda student: student.Account.__name__)
    planned(lambda student: assert_equal(builtin.getattr(student.Account, "__name__"), "Account"))


@pytest.mark.parametrize("way", WAYS)
def test_abs_and_round_are_operators_too(way: Callable[[Check], None]) -> None:
    """They are carried out on the student's side, and messages show them as a check writes them."""
    way(lambda student: assert_equal(abs(student.Account("Ann", balance=-3).balance), 3))
    with pytest.raises(CheckFailed, match=r"round\(Account\('Ann', balance=2\.345\)\.balance, 1\) is 2\.3, "):
        way(lambda student: assert_equal(round(student.Account("Ann", balance=2.345).balance, 1), 3))


def test_lines_are_typed_in_a_notebook_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel's own `input` would ask who sits there; while a check types, Python's rules hold."""
    monkeypatch.setattr(builtins, "input", lambda prompt="": "from a person")

    def check(student: Student) -> None:
        with typed("Ann"):
            assert_equal(printed(student.echo()), "? ANN\n")
        with typed():
            student.echo()

    with pytest.raises(StudentError, match=r"echo\(\) asks for more input than the 0 lines that are typed"):
        planned(check)
    assert builtins.input() == "from a person"


def test_a_plan_asks_no_more_than_it_must() -> None:
    """Calls and parts become one request each; what a check uses once is not kept."""
    plan = CheckPlan(parts)
    assert [one.request[0] for one in plan.requests] == ["do"] * 4 and not plan.kept
    assert plan.requests[0].call == "nested()[0]"
    plain = CheckPlan(lambda student: assert_equal(student.total([]), 0))
    assert [one.request for one in plain.requests] == [["call", "total", [[]], {}]]
    assert CheckPlan(values_at_the_assert).requests[-1].request[1].kind == "forget"


def keeps_and_fails(student: Student) -> None:
    account = student.Account("Ann")
    account.deposit(1)
    assert_equal(account.balance, 2)


def test_what_a_check_keeps_is_gone_when_it_ends() -> None:
    """Values are kept while a check runs, also where it fails, and not longer."""
    for check in (values_at_the_assert, keeps_and_fails):
        session = InProcessSession(handler())
        run = LiveRun(session)
        try:
            with run.running():
                check(Student(run))
        except CheckFailed:
            pass
        assert run.kept and not session.handler.objects.values


def worker_session(zygote: Zygote, source: str) -> WorkerSession:
    submission = read_submission("a", "a.py", source.encode(), "a")
    return WorkerSession(submission, zygote.worker, Limits(call_seconds=0.3))


def test_where_a_worker_is_lost_the_check_ends_there(zygote: Zygote) -> None:
    """Its objects are gone. The next check has a new worker and objects of its own."""
    source = "import os\nclass A:\n    def die(self): os._exit(3)\n    def f(self): return 1\n"
    session = worker_session(zygote, source)

    def dies(student: Student) -> None:
        thing = student.A()
        thing.die()
        assert_equal(thing.f(), 1)

    run = LiveRun(session)
    with pytest.raises(Crashed, match=r"A\(\)\.die\(\): it ended the process"), run.running():
        dies(Student(run))
    run = LiveRun(session)
    with run.running():
        assert_equal(Student(run).A().f(), 1)
    session.end()


def test_kept_values_are_bounded(zygote: Zygote) -> None:
    """More than a thousand are not kept: what is asked of an older one says so."""
    session = worker_session(zygote, "def f(x): return [x]")
    run = LiveRun(session)
    with pytest.raises(CheckFailed, match="more than 1,000 results are in use"), run.running():
        results = [Student(run).f(number) for number in range(1_001)]
        assert_equal(results[0], [0])
    session.end()


def test_more_output_than_a_text_may_have_is_said(zygote: Zygote) -> None:
    """What a call prints is bounded as a text is."""
    session = worker_session(zygote, "def f():\n    for _ in range(300): print('x' * 9_999)")
    run = LiveRun(session)
    with pytest.raises(CheckFailed, match=r"what f\(\) prints is too large to be checked"), run.running():
        assert_equal(printed(Student(run).f()), "x")
    session.end()


def test_numpy_leaves_operators_to_results() -> None:
    """An array of the check's times a result is worked out where the result is."""
    planned(lambda student: assert_close(np.array([1.0, 2.0]) * student.total([]), np.zeros(2)))
