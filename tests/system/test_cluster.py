"""A class on a Dask cluster: the scores of one machine, whatever is lost on the way."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import chaos_cluster
import pytest
from conftest import SMALL_ANSWER, SMALL_INPUTS
from loopback import Loopback

from autograder.classes.interrupts import InterruptSignals
from autograder.classes.journal_file import open_journal
from autograder.classes.pool import InProcessPool, Pool, Task
from autograder.classes.run import grade_class
from autograder.errors import AutograderError, SandboxError, UsageError
from autograder.exercises.load import find_assignment
from autograder.grading import grader
from autograder.reports.folder import OutputFolder
from autograder.results import Report
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission
from autograder.submissions.submission import Submission

pytestmark = pytest.mark.e2e
ALL_CHECKS = (0, 1, 2, 3)
KILLER = """
import os, signal
import autograder.grading.grader as module

real = module.run_checks


def run_checks(checks, session, *others):
    if "SPECIAL" in session.submission.cells[0].source:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(checks, session, *others)


module.run_checks = run_checks
"""


def submissions(*sources: str) -> list[Submission]:
    return [
        read_submission(f"s{number}", f"s{number}.py", source.encode(), "small")
        for number, source in enumerate(sources)
    ]


def pool_of(solutions: Path, out: Path, cluster: str = "local:2", **changed: Any) -> Pool:
    from autograder.classes.cluster import ClusterPool, ClusterSetup

    assignment, folder = find_assignment("small", solutions), OutputFolder(out)
    return ClusterPool(replace(ClusterSetup(cluster, assignment, Limits(), folder), **changed))


def by_name(reports: Iterator[Report]) -> list[Report]:
    return sorted(reports, key=lambda report: report.submission)


def test_reports_and_files_are_those_of_one_machine(small_exercise: Path, tmp_path: Path) -> None:
    """Right, wrong, unreadable and crashing submissions; every file of theirs is the same, byte by byte."""
    (small_exercise / "inputs.py").write_text(SMALL_INPUTS)
    solutions, class_ = (
        small_exercise.parent,
        submissions(
            SMALL_ANSWER, "table = 3", "def", SMALL_ANSWER.replace("2.0", "3.0"), "import os; os._exit(0)"
        ),
    )
    here, there = OutputFolder(tmp_path / "here"), OutputFolder(tmp_path / "there")
    assignment = find_assignment("small", solutions)
    with InProcessPool(assignment, Limits()) as pool:
        expected = by_name(pool.grade_tasks(Task(one, ALL_CHECKS) for one in class_))
        isolation = pool.isolation
    for report, one in zip(expected, class_, strict=True):
        here.write_submission(report, assignment, one.code)
    with pool_of(solutions, there.path) as pool:
        found = by_name(pool.grade_tasks(Task(one, ALL_CHECKS, write_results=True) for one in class_))

    assert found == expected and pool.isolation == isolation
    files = [file.relative_to(here.path) for file in here.path.rglob("*.*") if file.is_file()]
    assert len(files) == 10
    assert all((here.path / name).read_bytes() == (there.path / name).read_bytes() for name in files)


def test_what_costs_its_grader_three_times_is_an_alarm(
    small_exercise: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are graded, each is in the journal once, and the log says how the graders ended."""
    monkeypatch.setattr("autograder.grading.grader.run_checks", grader.run_checks)  # put back after the test
    checks = small_exercise / "test_visible.py"
    checks.write_text(checks.read_text() + KILLER)
    class_ = submissions(
        SMALL_ANSWER, f"# SPECIAL\n{SMALL_ANSWER}", *(f"# {n}\n{SMALL_ANSWER}" for n in range(18))
    )
    assignment = find_assignment("small", small_exercise.parent)
    out = tmp_path / "out"
    out.mkdir()
    with open_journal(out) as journal, pool_of(small_exercise.parent, out) as pool:
        journal.begin(assignment, Limits(), pool.isolation)
        graded = [one.report for one in grade_class(class_, pool, journal, InterruptSignals())]
        stored = {report.submission: report for report in journal}

    assert sorted(report.submission for report in graded) == sorted(one.name for one in class_)
    assert [report.submission for report in graded if report.broken] == ["s1"]
    assert stored["s1"].broken and {one.points for name, one in stored.items() if name != "s1"} == {10}
    message = stored["s1"].results[0].message
    assert message == "its grader was lost three times: ended by SIGKILL; out/cluster.log has what is known"
    log = (out / "cluster.log").read_text()
    assert log.count("the grader of s1: ended by SIGKILL") == 3


def refused(pool: Pool) -> str:
    """Return the error of a cluster that does not fit."""
    with pytest.raises(AutograderError) as error, pool:
        pass
    return str(error.value)


def test_a_machine_that_differs_is_named(small_exercise: Path, tmp_path: Path) -> None:
    """Another Python, NumPy or package would give other grades: nothing is graded there."""
    from autograder.classes.cluster import ClusterPool, versions

    ours = versions()
    for changed, words in {
        "numpy": f"NumPy {ours.numpy}, not 0",
        "python": f"Python {ours.python}, not 0",
        "package": f"conv-autograder {ours.package}, not 0",
        "sources": f"other sources of conv-autograder {ours.package}",
    }.items():
        pool = pool_of(small_exercise.parent, tmp_path / "out", cluster="local:1")
        assert isinstance(pool, ClusterPool)
        pool._run = replace(pool._run, versions=replace(ours, **{changed: "0"}))
        said = refused(pool)
        assert said.startswith("the machine tls://127.0.0.1:") and f"has {words}. Install the same" in said


def test_a_machine_that_joins_and_differs_is_refused(small_exercise: Path, tmp_path: Path) -> None:
    """It gets no submission, whatever Dask sends it: by its versions, or by how it isolates student code."""
    from autograder.classes.cluster import ClusterPool, versions
    from autograder.classes.remote import Graders

    (task,) = [Task(one, ALL_CHECKS) for one in submissions(SMALL_ANSWER)]
    for change, words in (("sources", "can't grade: it has other sources"), ("", "not by level Z")):
        with pool_of(small_exercise.parent, tmp_path / "out", cluster="local:1") as pool:
            assert isinstance(pool, ClusterPool)
            if change:
                run = replace(pool._run, versions=replace(versions(), sources="0"))
                pool._client.register_plugin(Graders(run))
            else:
                pool.isolation = "level Z"
            with pytest.raises(SandboxError, match=words):
                list(pool.grade_tasks([task]))


def test_a_machine_that_isolates_less_is_refused(small_exercise: Path, tmp_path: Path) -> None:
    """So is one that isolates in another way than the rest: their results would not be of one run."""
    from autograder.classes.cluster import ClusterPool

    pool = pool_of(small_exercise.parent, tmp_path / "out", level="A")
    assert isinstance(pool, ClusterPool)
    with pytest.raises(
        SandboxError, match=r"^b isolates student code by level B, and level A was asked for$"
    ):
        pool._compare_isolation([("a", "level A (uid)"), ("b", "level B")])
    other = pool_of(small_exercise.parent, tmp_path / "out")
    assert isinstance(other, ClusterPool)
    with pytest.raises(SandboxError, match=r"^b isolates student code by level B, and a by level A$"):
        other._compare_isolation([("a", "level A"), ("b", "level B")])


def test_an_author_s_error_names_its_machine(small_exercise: Path, tmp_path: Path) -> None:
    """A check that loads here and not there is an error before anything is graded."""
    (small_exercise / "inputs.py").write_text("1 / 0")
    said = refused(pool_of(small_exercise.parent, tmp_path / "out"))
    assert "(tls://127.0.0.1:" in said and "inputs.py" in said and "ZeroDivisionError" in said


def test_a_cluster_without_our_keys_is_refused(small_exercise: Path, tmp_path: Path) -> None:
    """Without keys, with those of another cluster, and without a cluster: one line, and no grade."""
    said = refused(pool_of(small_exercise.parent, tmp_path / "out", cluster="tls://127.0.0.1:1"))
    assert said.startswith(
        "--cluster tls://127.0.0.1:1 needs the keys of the cluster. Set distributed.comm.tls"
    )
    with pytest.raises(UsageError, match="without TLS"):
        pool_of(small_exercise.parent, tmp_path / "out", cluster="tcp://127.0.0.1:1").__enter__()


def test_dask_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """Its errors are told as one line of ours; each of its loggers is silent, also those of connections."""
    from autograder.classes.dask_cluster import _be_quiet

    _be_quiet()
    for name in ("distributed", "distributed.client", "distributed.core", "tornado.application", "asyncio"):
        logging.getLogger(name).error("not for the terminal")
    assert capfd.readouterr().err == ""


LOOP = "table = [1, 2]\ndef double(x, times=1):\n    while times == 3: pass\n    return x\n"


@pytest.mark.parametrize("where", ["local:2", "elsewhere"])
def test_ctrl_c_ends_what_runs_elsewhere(
    small_exercise: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """Within two seconds the command ends with status 130, and no grader of it is left on any machine."""
    for name in "abcd":
        (tmp_path / f"{name}.py").write_text(LOOP)
    mark = f"mark-{uuid.uuid4().hex}"
    monkeypatch.setenv("AUTOGRADER_TEST", mark)
    with Loopback(tmp_path / "cluster") as cluster:
        words = ["grade", "small", *(str(tmp_path / f"{name}.py") for name in "abcd"), "--call-seconds", "60"]
        words += ["-o", str(tmp_path / "out"), "--solutions", str(small_exercise.parent)]
        address = where if where.startswith("local") else cluster.address
        command = [sys.executable, "-m", "autograder", *words, "--cluster", address]
        pipe = subprocess.PIPE
        process = subprocess.Popen(
            command, env=cluster.environment, stdout=pipe, stderr=pipe, text=True, start_new_session=True
        )
        assert wait(lambda: len(marked(mark)) >= 2, 60), cluster.logs()
        time.sleep(3)  # until they grade
        os.killpg(process.pid, signal.SIGINT)
        start = time.monotonic()
        _printed, said = process.communicate(timeout=20)
        seconds = time.monotonic() - start
        assert wait(lambda: not marked(mark), 2), "a grader goes on"

    line = "stopped. 0 of 4 submissions are graded, written and kept; the same command grades the rest"
    assert (process.returncode, said) == (130, f"Error: {line}\n")
    assert seconds < 2


def marked(mark: str) -> list[str]:
    """Return the graders that have a mark in their environment, by their command lines."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if mark.encode() in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_text(errors="replace"))
    return [one for one in found if "autograder.classes.process_pool" in one]


def wait(condition: Any, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return bool(condition())


def test_a_class_survives_the_loss_of_machines_and_of_the_scheduler() -> None:
    """Exactly the scores of one machine, nothing is graded twice, and nothing is left behind."""
    done = subprocess.run([sys.executable, chaos_cluster.__file__, "300"], capture_output=True, text=True)

    assert done.returncode == 0, done.stdout + done.stderr
