"""The inputs of every exercise show each mistake on few numbers, and find nothing wrong with right code.

Mistakes and variants are our own, so most run in this process, behind the real wire. A few run in workers.
"""

from __future__ import annotations

import ast
import contextlib
import io
import re
import statistics
import sys
import time
import types
import warnings
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tiers import everyday

from autograder.checks.result import Awaited
from autograder.exercises.load import exercise_folders, find_assignment
from autograder.exercises.overlays import Overlay, composed, mistakes, solution_source, variants
from autograder.grading.counterexample import (
    CALL_SECONDS,
    FUNCTION_SECONDS,
    MAX_CALLS,
    Probe,
    counterexamples,
    load_probes,
    search,
)
from autograder.reports.pictures import as_html, as_text
from autograder.results import Counterexample
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.session.budget import Budget
from autograder.session.session import WorkerSession
from autograder.submissions.submission import Cell, Submission
from autograder.worker import wire
from autograder.worker.server import RequestHandler

SOLUTIONS = Path(__file__).parents[2] / "solutions"
FOLDERS = {folder.name: folder for folder in exercise_folders(SOLUTIONS)}
MISTAKES = {
    f"{name}-{mistake.name}": (folder, mistake)
    for name, folder in FOLDERS.items()
    for mistake in mistakes(folder)
}
# These show only on inputs that are too large, such as 257 columns, on a kernel of zeros, after a call of
# another kind, or not in what is returned.
UNSHOWN = {
    "q1_convolution-column_numbers_are_bytes",
    "q1_convolution-transform_of_fixed_size",
    "q1_convolution-kernel_of_three_terms",
    "q1_convolution-incomplete_chunk_of_images_dropped",
    "q1_convolution-pad_returns_the_image_itself",
    "q1_convolution-pad_array_used_again",
    "q1_convolution-pad_frame_used_again",
    "q1_convolution-result_array_used_again",
    "q1_convolution-answers_remembered_by_identity",
    "q1_convolution-kernel_of_one_returns_the_image",
    "q1_convolution-kernel_of_zeros_keeps_the_size",
    "q1_convolution-strips_without_overlap",
    "q2_pointwise-incomplete_block_of_channels_dropped",
    "q3_parameters-tables_remembered_by_kinds",
    "q3_parameters-parameters_in_float32",
    "q4_kernel_gradient-column_numbers_are_bytes",
    "q4_kernel_gradient-window_in_the_padding_ends_before_the_image",
    "q4_kernel_gradient-incomplete_chunk_of_images_dropped",
    "q4_kernel_gradient-remembered_without_the_kernel_shape",
    "q4_kernel_gradient-result_array_used_again",
}
# Those that are done by hand are values, which have no inputs.
IN_CODE = {key: value for key, value in MISTAKES.items() if value[1].rung != "by hand" and key not in UNSHOWN}
VARIANTS = {
    f"{name}-{variant.name}": (folder, variant)
    for name, folder in FOLDERS.items()
    for variant in variants(folder)
}
MOST_NUMBERS, MOST_CHARACTERS, MOST_LINES = 21, 200, 16


class InProcess(WorkerSession):
    """Answers with code of our own in this process; a new worker is a new module."""

    def __init__(self, source: str) -> None:
        super().__init__(
            Submission("ours", "ours.py", (Cell("ours.py", source),)), unused, Limits(submission_seconds=60)
        )
        self.servant: RequestHandler | None = None

    def ask(self, message: list[Any], name: str, awaited: Awaited | None = None) -> list[Any]:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if not self.servant:
                module = sys.modules["ours"] = types.ModuleType(
                    "ours"
                )  # where a variant's dataclasses look for it
                exec(self.submission.cells[0].source, vars(module))
                self.servant = RequestHandler(vars(module))
            reply = wire.decode(self.servant.handle(*wire.decode(wire.encode(message))))
        return list(reply)

    def end(self) -> None:
        self.servant = None
        sys.modules.pop("ours", None)


def unused(limits: Limits) -> Any:
    raise AssertionError("no worker is needed")


@cache
def known(exercise: str) -> dict[str, Probe]:
    return load_probes(find_assignment(exercise, SOLUTIONS))


def redefined(folder: Path, overlay: Overlay) -> list[Probe]:
    """Return the probes of the functions that an overlay redefines, or all if it redefines only helpers."""
    names = set(re.findall(r"^(?:def|class) (\w+)|^(\w+) = ", overlay.source, re.MULTILINE))
    chosen = [
        probe for function, probe in known(folder.name).items() if any(function in pair for pair in names)
    ]
    return chosen or list(known(folder.name).values())


def found(folder: Path, overlay: Overlay) -> list[Counterexample]:
    session = InProcess(composed(folder, overlay))
    try:
        return [example for probe in redefined(folder, overlay) if (example := search(probe, session))]
    finally:
        session.end()


def in_worker(zygote: Zygote, folder: Path, overlay: Overlay) -> tuple[Counterexample, ...]:
    submission = Submission("ours", "ours.py", (Cell("ours.py", composed(folder, overlay)),))
    return tuple(
        filter(None, counterexamples(submission, redefined(folder, overlay), zygote.worker).values())
    )


def numbers(call: str) -> int:
    """Count the numbers in a call, the fillers of a strided array left out."""
    values = [node.value for node in ast.walk(ast.parse(call)) if isinstance(node, ast.Constant)]
    return sum(isinstance(value, int | float) and value != wire.FILLER for value in values)


@pytest.mark.parametrize("key", everyday(list(IN_CODE)[::3], IN_CODE))
def test_every_mistake_in_code_has_a_small_counterexample(key: str) -> None:
    """Of every mistake in a function there is one: few numbers, few lines, narrow, and tables of it."""
    folder, mistake = IN_CODE[key]
    example, *others = found(folder, mistake)

    assert numbers(example.calls[-1]) <= MOST_NUMBERS and len(example.calls[-1]) <= MOST_CHARACTERS
    for one in (example, *others):
        lines = as_text(one).splitlines()
        assert len(lines) <= MOST_LINES and max(map(len, lines)) <= 80
        assert as_html(one).count("<table") == sum(map(len, [*one.steps.rows, one.comparison]))


@pytest.mark.parametrize("key", sorted(UNSHOWN))
def test_what_is_said_to_have_no_small_counterexample_has_none(key: str) -> None:
    """Or else it would not be an exception."""
    assert all(numbers(example.calls[-1]) > MOST_NUMBERS for example in found(*MISTAKES[key]))


def test_counterexamples_are_as_small_as_a_teacher_s() -> None:
    """Half of the mistakes are shown on at most four numbers; some examples are what a teacher would draw."""
    sizes = [numbers(found(folder, mistake)[0].calls[-1]) for folder, mistake in list(IN_CODE.values())[::5]]

    assert statistics.median(sizes) <= 4
    assert {key: found(*IN_CODE[key])[0].calls for key in BOARD} == BOARD


BOARD = {
    "q1_convolution-kernel_turned_around": ("conv2d(np.array([[1., 2.]]), np.array([[1., 0.]]))",),
    "q1_convolution-padding_ignored": ("conv2d(np.array([[1.]]), np.array([[2.]]), padding=1)",),
    "q1_convolution-stride_in_the_size_only": (
        "conv2d(np.array([[1., 2., 3.]]), np.array([[2.]]), stride=2)",
    ),
    "q1_convolution-last_channel_wins": (
        "conv2d(np.array([[[[1.]], [[2.]]]]), np.array([[[[2.]], [[3.]]]]))",
    ),
    "q1_convolution-size_padded_at_one_end": ("output_size(1, 1, padding=1)",),
    "q1_convolution-bytes_overflow": (
        "conv2d(np.array([[200]], dtype=np.uint8), np.array([[2]], dtype=np.uint8))",
    ),
    "q2_pointwise-no_relu_in_between": (
        "bottleneck(np.array([[[[1.]]]]), np.array([[-1.]]), np.array([[-2.]]))",
    ),
    "q2_pointwise-counts_k_once": ("direct_cost(1, 1, 1, 1, 3)",),
    "q3_parameters-conv_bias_per_slice": (
        "summary((1, 1, 2), [{'kind': 'conv2d', 'filters': 1, 'kernel': (1, 1)}])",
    ),
    "q3_parameters-rows_remembered_between_calls": ("summary((1, 1, 2), [{'kind': 'flatten'}])",) * 2,
    "q4_kernel_gradient-kernel_sized_slice": (
        "conv2d_kernel_grad(np.array([[1., 2.]]), np.array([[2., 3.]]), (1, 1))",
    ),
    "q4_kernel_gradient-images_mixed": (
        "conv2d_kernel_grad(np.array([[[[1.]]], [[[2.]]]]), np.array([[[[2.]]], [[[3.]]]]), (1, 1, 1, 1))",
    ),
}


@pytest.mark.parametrize("key", everyday(list(VARIANTS)[::3], VARIANTS))
def test_what_is_right_has_no_counterexample(key: str) -> None:
    """Of no variant, however unusual, an input is said to be wrong."""
    assert found(*VARIANTS[key]) == []


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_inputs_are_few_enough_and_the_author_can_explain_them_all(folder: Path) -> None:
    """No list of inputs is cut off. Every entry can be explained, and the explanation ends in its value."""
    for probe in known(folder.name).values():
        assert 0 < len(list(probe.inputs.calls())) <= MAX_CALLS
        for (arguments, keywords), want in probe.cases:
            probe.inputs.explain(None, *arguments, **keywords)
            for where in np.ndindex(want.shape) if isinstance(want, np.ndarray) else ():
                lines = probe.inputs.explain(where, *arguments, **keywords).lines
                assert not lines or float(lines[-1].rpartition(" ")[2]) == pytest.approx(
                    want[where], rel=1e-5
                )


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_the_solution_has_no_counterexample_in_a_real_worker(zygote: Zygote, folder: Path) -> None:
    """The solution is right on every input of every function."""
    source = solution_source(folder)
    everything = Overlay(
        folder.name, "solution", "", "\n".join(f"{function} = {function}" for function in known(folder.name))
    )

    assert source and in_worker(zygote, folder, everything) == ()


@pytest.mark.parametrize("key", list(IN_CODE)[::20])
def test_a_real_worker_finds_the_same(zygote: Zygote, key: str) -> None:
    """The sandbox changes nothing about what is found."""
    assert [one.calls for one in in_worker(zygote, *IN_CODE[key])] == [
        one.calls for one in found(*IN_CODE[key])
    ]


@pytest.mark.e2e
def test_searches_are_quick(zygote: Zygote, monkeypatch: pytest.MonkeyPatch, nightly: bool) -> None:
    """A search takes less than 100 ms of CPU for a typical mistake, and keeps to its bound for every one.

    Seconds are those of the grader and those that its workers are charged: a busy machine changes neither.
    """
    charged: list[float] = []
    charge = Budget.charge

    def noted(budget: Budget, seconds: float, loading: bool = False) -> None:
        charged.append(seconds)
        charge(budget, seconds, loading)

    monkeypatch.setattr(Budget, "charge", noted)
    times, used = [], []
    for folder, mistake in list(IN_CODE.values())[:: 1 if nightly else 4]:
        for _, probe in known(folder.name).items():
            assert probe.cases
        start, before = time.process_time(), len(charged)
        assert in_worker(zygote, folder, mistake)
        used.append(sum(charged[before:]))
        times.append(used[-1] + time.process_time() - start)
    assert statistics.median(times) < 0.1 and max(used) < FUNCTION_SECONDS + CALL_SECONDS
