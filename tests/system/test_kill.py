"""SIGKILL at any moment: nothing survives it, and the next run ends as one that was never disturbed."""

from __future__ import annotations

import csv
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from attack_field import adopt_orphans, left_over
from conftest import SMALL_ANSWER, SMALL_INPUTS

KILLS = 20
SLOW = SMALL_ANSWER.replace("    return", "    for _ in range(1_000_000): pass\n    return")


@pytest.fixture
def command(small_exercise: Path, tmp_path: Path) -> list[str]:
    """The command that grades ten submissions: right, wrong and broken ones. It lacks OUT, its last word."""
    (small_exercise / "inputs.py").write_text(SMALL_INPUTS)
    folder = tmp_path / "class"
    folder.mkdir()
    sources = [
        SLOW,
        SLOW.replace("2.0", "3.0"),
        "",
        "def",
        SLOW + "\n1 / 0",
        *(SLOW.replace("2.0", f"{number}.0") for number in range(4, 9)),
    ]
    for number, source in enumerate(sources):
        (folder / f"s{number}.py").write_text(source)
    words = ["grade", "small", str(folder), "--solutions", str(small_exercise.parent), "-j", "2", "-o"]
    return [sys.executable, "-c", "from autograder.cli import main; main()", *words]


def files(out: Path) -> dict[str, bytes]:
    """Return the files of a run, without the seconds and the memory that were measured."""
    return {
        str(file.relative_to(out)): without_measurements(file)
        for file in out.rglob("*")
        if file.is_file() and "grades.db" not in file.name
    }


def without_measurements(file: Path) -> bytes:
    """Return a file, without the numbers of the class page, and without the seconds of each check."""
    if file.name == "checks.csv":
        with file.open(newline="", encoding="utf-8") as table:
            rows = [
                {key: cell for key, cell in row.items() if key != "seconds"} for row in csv.DictReader(table)
            ]
        return repr(rows).encode()
    return re.sub(rb"[\d.]+", b"", file.read_bytes()) if file.name == "index.html" else file.read_bytes()


@pytest.mark.e2e
def test_killed_at_twenty_moments_a_run_ends_as_an_undisturbed_one(
    command: list[str], tmp_path: Path
) -> None:
    """Soon after the command or its group is killed, no process is left, and what was graded is reused.

    It is started and killed until it reaches its end. Then a new folder is begun, until the kills are enough.
    """
    adopt_orphans()
    before, start = frozenset(left_over(0)), time.monotonic()
    subprocess.run([*command, str(tmp_path / "undisturbed")], check=True, capture_output=True)
    seconds, undisturbed = time.monotonic() - start, files(tmp_path / "undisturbed")
    out, kills, reused, moments = tmp_path / "out", 0, 0, random.Random(11)
    while kills < KILLS or out.exists():
        with subprocess.Popen(
            [*command, str(out)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        ) as run:
            try:
                printed, said = run.communicate(
                    timeout=moments.uniform(0.2, seconds) if kills < KILLS else 60
                )
            except subprocess.TimeoutExpired:
                if moments.random() < 0.5:
                    run.kill()
                else:
                    os.killpg(run.pid, signal.SIGKILL)
                kills += 1
                assert left_over(5, before) == [], f"after kill {kills}"
                continue
        assert (run.returncode, said) == (0, "")
        assert files(out) == undisturbed, f"after kill {kills}"
        reused += "reused from" in printed
        shutil.rmtree(out)
    assert kills == KILLS and reused
