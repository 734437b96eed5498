"""A grader stays on one processor while that is its own, and its workers are where it is."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Callable, Iterator

import pytest

from autograder.classes import processor
from autograder.classes.processor import SECONDS, one_processor
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processors can be chosen on Linux only")
EVERYWHERE = os.sched_getaffinity(0)


@pytest.fixture(autouse=True)
def come_back() -> Iterator[None]:
    yield
    os.sched_setaffinity(0, EVERYWHERE)


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> Callable[[float, float | None], None]:
    """Let so many seconds pass, and a share of them in waiting for a processor."""
    clock = {"now": 100.0, "waited": 1.0}

    def passed(seconds: float, share: float | None) -> None:
        clock["now"] += seconds
        clock["waited"] += seconds * (share or 0)
        monkeypatch.setattr(processor, "_waited", lambda: None if share is None else clock["waited"])

    monkeypatch.setattr(processor.time, "monotonic", lambda: clock["now"])
    passed(0, 0)
    return passed


def test_a_grader_has_one_processor_and_gives_it_back() -> None:
    """The one where it is, of those that it may use."""
    with one_processor():
        here = os.sched_getaffinity(0)
        assert len(here) == 1 and here <= EVERYWHERE
    assert os.sched_getaffinity(0) == EVERYWHERE


def test_where_processors_can_t_be_chosen_it_goes_on_without(monkeypatch: pytest.MonkeyPatch) -> None:
    """A container may forbid it."""

    def refused(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(os, "sched_setaffinity", refused)
        with one_processor() as look_around:
            look_around()
    assert os.sched_getaffinity(0) == EVERYWHERE


def test_workers_are_where_their_grader_is(zygote: Zygote) -> None:
    """Each is forked where the grader is at that moment."""
    for processors in [*({one} for one in sorted(EVERYWHERE)), EVERYWHERE]:
        os.sched_setaffinity(0, processors)
        worker = zygote.worker(Limits())
        assert os.sched_getaffinity(worker.pid) == processors
        worker.end()


def test_a_crowded_processor_is_left_for_a_while(passes: Callable[[float, float | None], None]) -> None:
    """Where a grader has to wait for its turn it goes wherever there is room, and then stays there."""
    with one_processor() as look_around:
        found = []
        for seconds, share in (
            (SECONDS, 0.1),
            (SECONDS / 2, 0.5),
            (SECONDS / 2, 0.5),
            (SECONDS / 2, 0.0),
            (SECONDS / 2, 0.0),
            (SECONDS, 0.0),
        ):
            passes(seconds, share)
            look_around()
            found.append(len(os.sched_getaffinity(0)))

    one, many = 1, len(EVERYWHERE)
    assert found == [one, one, many, many, one, one]


def test_where_the_kernel_does_not_tell_who_waits_nothing_is_chosen(
    passes: Callable[[float, float | None], None],
) -> None:
    """Then a crowded processor couldn't be found out."""
    passes(1, None)
    with one_processor() as look_around:
        look_around()
        assert os.sched_getaffinity(0) == EVERYWHERE


def test_waiting_is_told_by_the_kernel() -> None:
    """It grows while two want one processor."""
    before = processor._waited()
    assert before is not None
    with one_processor():
        child = os.fork()
        if not child:
            for _ in itertools.repeat(None, 20_000_000):
                pass
            os._exit(0)
        for _ in itertools.repeat(None, 10_000_000):
            pass
        os.waitpid(child, 0)
    assert (processor._waited() or 0) > before
