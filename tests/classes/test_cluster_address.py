"""What `--cluster` takes, and what it refuses before Dask is imported."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from autograder.classes.cluster_address import graders_of, scheduler_address
from autograder.classes.cluster_log import MAX_ENTRIES, ClusterLog
from autograder.classes.run import RunOptions, cluster_pool
from autograder.errors import UsageError
from autograder.exercises.load import find_assignment
from autograder.reports.folder import OutputFolder
from autograder.sandbox.limits import Limits


def test_a_local_cluster_has_its_number_of_graders(tmp_path: Path) -> None:
    """`local` has one per core."""
    (tmp_path / "scheduler.json").write_text("{}")
    assert [graders_of("local"), graders_of("local:4")] == [os.cpu_count(), 4]
    assert graders_of("tls://head:8786") is graders_of(str(tmp_path / "scheduler.json")) is None


@pytest.mark.parametrize(
    "address", ["tcp://head:8786", "ucx://head", "ws://head:1", "inproc://1", "http://a"]
)
def test_an_address_without_tls_is_refused(address: str) -> None:
    """Who reaches a port of Dask runs code there."""
    with pytest.raises(UsageError, match="is a cluster without TLS: who reaches it runs code"):
        graders_of(address)


@pytest.mark.parametrize("address", ["head:8786", "local:0", "local:", "local:x", "nowhere.json"])
def test_what_is_no_cluster_is_refused(address: str) -> None:
    """The error says what an address looks like."""
    with pytest.raises(UsageError, match=r"is no cluster\. Write local:4, tls://host:port, or"):
        graders_of(address)


def test_a_scheduler_file_must_name_tls(tmp_path: Path) -> None:
    """The address of a scheduler may be in the file that it writes."""
    file = tmp_path / "scheduler.json"
    file.write_text('{"address": "tls://10.0.0.1:8786"}')
    assert scheduler_address(str(file)) == "tls://10.0.0.1:8786"
    file.write_text('{"address": "tcp://10.0.0.1:8786"}')
    with pytest.raises(UsageError, match=r"names a scheduler without TLS, tcp://10\.0\.0\.1:8786"):
        scheduler_address(str(file))
    for text in ("", "[]", "{}", "1"):
        file.write_text(text)
        with pytest.raises(UsageError, match="is no scheduler file"):
            scheduler_address(str(file))


def test_a_cluster_needs_its_packages_and_no_unsafe(
    small_exercise: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names what to install. Without isolation, no code goes to other machines."""
    loaded_before = "distributed" in sys.modules
    assignment, folder = find_assignment("small", small_exercise.parent), OutputFolder(tmp_path / "out")
    options = RunOptions(assignment, small_exercise.parent, folder.path, Limits(), 1, cluster="local:2")
    with pytest.raises(UsageError, match="--unsafe gives student code all rights"):
        cluster_pool(RunOptions(**{**vars(options), "unsafe": True}), folder)
    monkeypatch.setattr("autograder.classes.cluster_address.find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"needs distributed and cryptography\. .*autograder\[cluster\]"):
        cluster_pool(options, folder)
    assert loaded_before or "distributed" not in sys.modules


def test_the_log_of_losses_is_bounded_and_clean(tmp_path: Path) -> None:
    """It is begun anew with the first loss of a run, and what is written there can't fill the disk."""
    for _ in range(2):
        log = ClusterLog(OutputFolder(tmp_path / "out"))
        for number in range(MAX_ENTRIES + 5):
            log.keep("host\x1b[31m", f"loss {number}", "a\x07b\n" + "c" * 10)
    text = (tmp_path / "out" / "cluster.log").read_text()
    assert text.count("loss") == MAX_ENTRIES and "\x1b" not in text and "\x07" not in text
    assert text.splitlines()[1:3] == ["    ab", "    cccccccccc"]
