"""What a check can ask besides calls: builtins, items, printed text, typed input, code, and exceptions.

All of it is done where the student's code runs. A check gets results of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from autograder.checks.result import RUNNING, Result, Run, origin_of
from autograder.errors import AuthorError
from autograder.worker.objects import BUILTINS

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file


def running(what: str) -> Run:
    """Return the check that is running. Raises AuthorError if none is."""
    run = RUNNING.get(None)
    if run is None:
        raise AuthorError(f"{what} can only be used inside of a check")
    return run


class _Builtin:
    """Python's own functions, carried out where the student's code runs.

    >>> clock = student.Clock(8, 0)
    >>> assert_equal(builtin.str(clock), "08:00")
    >>> assert_equal(builtin.sorted(student.word_count("b a b")), ["a", "b"])
    >>> assert_equal(builtin.isinstance(clock, student.Clock), True)
    """

    def __getattr__(self, name: str) -> Callable[..., Result]:
        if name.startswith("__"):
            raise AttributeError(name)
        if name not in BUILTINS:
            raise AuthorError(f"builtin.{name} is not there; choose from: {', '.join(BUILTINS)}")

        def call(*arguments: Any, **keywords: Any) -> Result:
            run = running(f"builtin.{name}")
            return run.perform("builtin", name, list(arguments), keywords)

        return call


builtin = _Builtin()


def take(result: Result, count: int) -> Result:
    """Return the first items of a result: a list, an iterator or a generator, also one without end.

    An iterator goes on from there: the next `take` gives the next items.

    >>> assert_equal(take(student.primes(), 5), [2, 3, 5, 7, 11])
    """
    return run_of_result(result, "take").perform("take", result, count)


def run_of_result(result: Any, what: str) -> Run:
    """Return the run that a result belongs to. Raises AuthorError for what is no result."""
    if not isinstance(result, Result):
        raise AuthorError(f"{what} needs a result, as {what}(student.f(3))")
    return origin_of(result).run


@dataclass(frozen=True)
class Code:
    """An expression for the student's side, written at the top of a file of checks."""

    source: str


def code(source: str) -> Any:
    """Return the value of an expression, for a call: a function, a generator of random numbers, a stream.

    It is evaluated where the student's code runs, with numpy as `np` and the standard library at hand. Where
    an exercise requires them, pandas is `pd`, and matplotlib's pyplot is `plt`.

    >>> assert_equal(student.apply(code("lambda x: x + 1"), 3), 4)
    >>> stream = code("io.StringIO()")
    >>> written = student.write_report(stream)
    >>> assert_equal(stream.getvalue(), "All is well.")

    Raises AuthorError for what is no expression.
    """
    try:
        compile(source, "<code>", "eval")
    except SyntaxError as error:
        raise AuthorError(f"code({source!r}) is no expression: {error.msg}") from None
    run = RUNNING.get(None)
    return run.perform("code", source) if run else Code(source)


def printed(result: Any) -> Result:
    """Return what a call prints; of `student`, what the file prints when it is run as a program.

    >>> assert_equal(printed(student.greet("Ann")), "Hello, Ann!\\n")
    >>> assert_match(printed(student), r"(?s)Welcome.*")
    """
    run = getattr(type(result), "__run__", None) and result.__run__
    if run:
        return run.perform("script")  # type: ignore[no-any-return]
    return run_of_result(result, "printed").perform("printed", result)


def text_of(name: str) -> Result:
    """Return the text of a file that the student's code has written, or of one of the exercise's own files.

    Lines end with a line feed, however they were written. Each check begins without the files of another one.

    >>> student.save_report([3, 1], "report.txt")
    >>> assert_equal(text_of("report.txt"), "3\\n1\\n")
    """
    return running("text_of").perform("text_of", name)


@contextmanager
def typed(*lines: str) -> Iterator[None]:
    """Type these lines for every `input()` in the block, one after the other.

    >>> with typed("Ann", "42"):
    ...     assert_match(printed(student.main()), r"(?s).*Ann is 42.*")
    """
    run = running("typed")
    run.perform("typed", list(lines))
    yield
    run.perform("typed", None)
