"""With each of the two measures that keep pages shared, a worker takes fewer page faults."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from autograder.sandbox import forked
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.worker import shared_pages

SOURCE = """
import resource
import numpy as np

def faults(matrix):
    _ = [{"a": [sum(row)], "b": (row, str(row))} for row in matrix]
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt
"""


def page_faults(zygote: Zygote) -> int:
    """Return how many pages a worker was given or had copied, from its fork to a first call."""
    worker = zygote.worker(Limits())
    worker.ask(["load", "submission", [["cell", SOURCE]]], 10)
    outcome, faults = worker.ask(["call", "faults", [[[1.0, 2.0]] * 20], {}], 10)
    worker.end()
    return int(faults) if outcome == "value" else 0


def without_fork_handlers_measure(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(shared_pages, "NO_FORK_HANDLERS", "pass")


def without_filling(patch: pytest.MonkeyPatch) -> None:
    python: Callable[..., list[str]] = forked.python
    change = "\nfrom autograder.worker import shared_pages\nshared_pages.fill_free_memory = int\n"

    def changed(module: str, call: str, *arguments: str, **more: Any) -> list[str]:
        return python(module, change + call, *arguments, **more)

    patch.setattr(forked, "python", changed)


@pytest.mark.parametrize("leave_out", [without_fork_handlers_measure, without_filling])
def test_each_measure_spares_a_worker_pages(
    zygote: Zygote, monkeypatch: pytest.MonkeyPatch, leave_out: Callable[[pytest.MonkeyPatch], None]
) -> None:
    """Without a measure, the same worker takes at least twenty more page faults, under any load."""
    leave_out(monkeypatch)
    with Zygote() as other:
        assert page_faults(other) > page_faults(zygote) + 20
