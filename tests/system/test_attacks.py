"""No attack of the corpus gets a point, a secret or a way out; and none of its probes is stale."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import attack_corpus as corpus
import pytest
from anyone import as_nobody

TOOLS = Path(__file__).parents[1] / "tools"
RUNNER = [sys.executable, str(TOOLS / "attack_runner.py")]
ROOT = os.geteuid() == 0
EVERY_DAY = (
    "read/checks_by_absolute_path read/memory_by_process_vm forge/patch_the_servant forge/two_answers"
    " escape/fork escape/write_files starve/exit_at_once intake/zip_with_dots"
).split()
WITH_PROBES = (
    "read/environment forge/results_now escape/fork_and_leave escape/tcp_connect escape/kill".split()
)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user may enter and own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def run(command: list[str], out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*command, "--out", str(out), *options], capture_output=True, text=True, cwd="/")


def test_the_corpus_is_complete_and_readable() -> None:
    """At least ninety attacks; each says in one sentence what it tries, and is short."""
    attacks = corpus.attacks()

    assert len(attacks) >= 90
    assert {attack.name.partition("/")[0] for attack in attacks} == set(corpus.FAMILIES)
    for attack in attacks:
        assert attack.sentence.endswith(".") and "\n" not in attack.sentence, attack.name
        assert attack.source.count("\n") <= 50, attack.name
    assert set(EVERY_DAY) | set(WITH_PROBES) <= {attack.name for attack in attacks}


def test_some_attacks_of_each_family_get_nothing(tmp_path: Path) -> None:
    """A few attacks of each family get no point and no secret, leave no trace, and harm nobody else."""
    done = run(RUNNER, tmp_path / "run", "--only", *EVERY_DAY)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.e2e
def test_the_runner_sees_what_attacks_get(tmp_path: Path) -> None:
    """Without any layer the runner finds the attacks: by leaks, files, connections and processes."""
    done = run(RUNNER, tmp_path / "run", "--unsafe", "--only", *WITH_PROBES)

    assert done.returncode == 1, done.stdout + done.stderr
    for violation in (
        "a probe got something",
        "leaks 'CANARY-in-environment",
        "left a file",
        "changed: ",
        "connected to",
    ):
        assert violation in done.stdout
    assert "left processes" in done.stdout and "another process was killed" in done.stdout


@pytest.mark.e2e
def test_no_attack_gets_anything(tmp_path: Path) -> None:
    """The whole corpus in one class, graded by whoever runs the tests."""
    done = run(RUNNER, tmp_path / "run")

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.e2e
def test_no_attack_gets_anything_on_a_cluster(tmp_path: Path, nightly: bool) -> None:
    """The same through Dask: what leaves a grader for another machine is what leaves it on one."""
    only = () if nightly else ("--only", *EVERY_DAY, *WITH_PROBES)
    done = run(RUNNER, tmp_path / "run", "--cluster", *only)

    assert done.returncode == 0, done.stdout + done.stderr


def test_every_attack_is_dealt_to_a_setting_and_escapes_to_each() -> None:
    """The shares of the corpus make the whole; those of three settings are about equal."""
    attacks = corpus.attacks()
    shares = [{attack.name for attack in corpus.dealt(attacks, hand, 3)} for hand in range(3)]

    assert set.union(*shares) == {attack.name for attack in attacks}
    assert set.intersection(*shares) == {attack.name for attack in corpus.attacks(["escape"])}
    assert max(map(len, shares)) - min(map(len, shares)) <= 2


@pytest.mark.e2e
@pytest.mark.skipif(not ROOT, reason="only root can become another user")
def test_no_attack_gets_anything_from_an_ordinary_user(open_folder: Path, nightly: bool) -> None:
    """The same when an ordinary user grades: no own uid and no empty root then, and still nothing.

    The escapes and a third of the others, and each night all.
    """
    out, stage = open_folder / "out", open_folder / "stage"
    for folder in (out, stage):
        folder.mkdir()
    os.chown(out, 65534, 65534)
    command = as_nobody(RUNNER, stage)
    if not command:
        pytest.skip("this Python lies where no other user may look, and nothing can be mounted")
    done = run(command, out, *(() if nightly else ("--deal", "0", "3")))

    assert done.returncode == 0, done.stdout + done.stderr
    assert "isolation: level B" in done.stdout


@pytest.mark.e2e
@pytest.mark.skipif(not ROOT, reason="without root, the machine itself forbids some")
def test_no_probe_is_stale(tmp_path: Path) -> None:
    """Without any layer each probe succeeds, except those that say why they can't."""
    done = run(RUNNER, tmp_path / "run", "--control")

    assert done.returncode == 0, done.stdout + done.stderr
