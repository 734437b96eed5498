"""The self-test: it passes where workers are locked down, and bites where a layer is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from autograder.errors import SandboxError
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import PROBES, examine, self_test
from autograder.sandbox.unisolated import ChildWorker

COMMAND = Path(sys.executable).parent / "autograder"


def test_a_worker_is_refused_everything(zygote: Zygote) -> None:
    """Each forbidden thing ends with the kernel's refusal, the same one everywhere."""
    worker = zygote.worker(Limits())
    refusals = examine(worker)
    worker.end()

    assert len(refusals) == len(PROBES) >= 12
    assert set(refusals.values()) == {"Operation not permitted"}
    assert "seccomp" in self_test(zygote, Limits())


def test_the_self_test_bites_without_layers() -> None:
    """In a plain process, what needs no rights is allowed, and the self-test says what that is."""

    class Unlocked:
        def worker(self, limits: Limits, packages: Any = ()) -> Any:
            return ChildWorker(limits)

    with pytest.raises(SandboxError, match=r"student code could .* here. Nothing is graded"):
        self_test(Unlocked(), Limits())  # type: ignore[arg-type]  # its workers are not locked down


def test_a_reply_that_is_no_verdict_is_an_error() -> None:
    """A self-test that can't be run proves nothing, so it is an error."""

    class Silent:
        def ask(self, request: list[Any], seconds: float) -> list[Any]:
            return ["absent"]

    with pytest.raises(SandboxError, match="the self-test of the sandbox can't read a file"):
        examine(Silent())  # type: ignore[arg-type]  # a worker that answers nothing


def test_doctor_prints_the_layers_the_level_and_the_proof() -> None:
    """The command says what holds here and exits with 0."""
    ended = subprocess.run([COMMAND, "doctor"], capture_output=True, text=True)

    assert ended.returncode == 0, ended.stderr
    assert f"level {'A' if os.geteuid() == 0 else 'B'}" in ended.stdout
    assert all(name in ended.stdout for name in ("seccomp", "rlimits", *PROBES))
