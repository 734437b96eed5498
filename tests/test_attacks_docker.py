"""In containers, as most graders run: whatever Docker's defaults leave, no attack gets anything; where they leave no seccomp, we refuse."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from docker_engine import PROJECT, Docker, NoDocker, engine

pytestmark = pytest.mark.slow
ATTACKS = [
    "read",
    "escape",
    "forge/two_answers",
    "forge/results_now",
    "starve/loop",
    "starve/memory_of_numpy",
    "starve/crash_in_c",
    "starve/disk",
    "starve/processes",
]
RUNNER = [sys.executable, str(PROJECT / "tests" / "attack_runner.py"), "--only", *ATTACKS]
SETTINGS = {
    "as root": ([], "level A"),
    "as a user": (["--user", "65534:65534"], "level B"),
    "as root without capabilities": (["--cap-drop", "ALL"], "level B"),
    "as a user without capabilities": (["--user", "65534:65534", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"], "level B"),
}
NO_SECCOMP = {
    "defaultAction": "SCMP_ACT_ALLOW",
    "syscalls": [
        {"names": ["seccomp"], "action": "SCMP_ACT_ERRNO"},
        {"names": ["prctl"], "action": "SCMP_ACT_ERRNO", "args": [{"index": 0, "value": 22, "op": "SCMP_CMP_EQ"}]},  # PR_SET_SECCOMP
    ],
}


@pytest.fixture(scope="module")
def docker() -> Iterator[Docker]:
    try:
        with engine() as docker:
            yield docker
    except NoDocker as error:
        pytest.skip(f"no Docker: {error}")


@pytest.mark.parametrize(("options", "level"), SETTINGS.values(), ids=SETTINGS)
def test_no_attack_gets_anything_in_a_container(docker: Docker, options: list[str], level: str) -> None:
    """With Docker's own profile, for root, for a user, and without capabilities."""
    done = docker.run(RUNNER, *options)

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"isolation: {level}" in done.stdout


def test_without_seccomp_grading_is_refused(docker: Docker, tmp_path: Path) -> None:
    """Where a process can't give up its system calls, `grade` says so in one line, exits with 2, and grades nothing."""
    (tmp_path / "profile.json").write_text(json.dumps(NO_SECCOMP))
    grade = "from autograder.cli import main; main()"
    answer, solutions = PROJECT / "solutions" / "q1_convolution" / "q1_convolution.py", str(PROJECT / "solutions")
    command = [sys.executable, "-c", grade, "grade", "q1_convolution", str(answer), "-o", "/tmp/out", "--solutions", solutions]
    done = docker.run(command, "--security-opt", f"seccomp={tmp_path / 'profile.json'}", "-w", str(PROJECT))

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("Error: ") and done.stderr.count("\n") == 1 and "seccomp" in done.stderr
