"""Attacks under stock otter: with our zip none succeeds; without our plugin those aimed at otter do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import attack_corpus as corpus
import pytest

TOOLS = Path(__file__).parents[1] / "tools"
RUNNER = [sys.executable, str(TOOLS / "attack_otter.py")]
# Only these families can end differently under otter: it opens the submission (intake), runs code beside ours
# (otter), and writes the points (forge). The other families act in a worker, which is the same as under
# `grade`: they run under otter every night. So do two files that otter reads for half a minute each, and half
# of `intake` and `forge`.
OTTER_CAN_CHANGE = [
    *(attack.name for attack in corpus.attacks(["otter"])),
    *(attack.name for attack in corpus.attacks(["intake", "forge"])[::2]),
    "escape/fork_and_leave",
]
SLOW_IN_OTTER = ("intake/notebook_of_many_values", "intake/zip_of_many_files")
SOME = (
    "otter/log_that_is_a_pickle otter/pickle_of_the_results otter/results_rewritten_later"
    " forge/two_answers escape/fork_and_leave"
).split()
WITHOUT_THE_PLUGIN = {  # what tells that an attack got something
    "another_kernel": "No such kernel named evil",
    "checker_patched": "has 40.0 points instead of 0.0",
    "checks_beside": "-checks\n",
    "code_in_metadata": "-metadata\n",
    "log_record_that_is_a_pickle": "-record\n",
    "log_that_is_a_pickle": "-log\n",
    "modules_beside": "-module-__main__\n",
    "pickle_of_the_results": "-pickle\n",
    "results_rewritten_later": "left processes",
    "script_named_like_otter": "-named\n",
}


def run(out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*RUNNER, "--out", str(out), *options], capture_output=True, text=True, cwd="/")


@pytest.mark.e2e
def test_some_attacks_get_nothing_under_otter(tmp_path: Path) -> None:
    """A few attacks get no point and no secret, leave no process, and change no results."""
    done = run(tmp_path / "run", "--only", *SOME)

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"\n{len(SOME) + 4} submissions, 0 violations" in done.stdout


@pytest.mark.e2e
def test_no_attack_gets_anything_under_otter(tmp_path: Path, nightly: bool) -> None:
    """Attacks of a single file get nothing under otter: some families, and each night the whole corpus."""
    chosen = [] if nightly else ["--only", *(name for name in OTTER_CAN_CHANGE if name not in SLOW_IN_OTTER)]
    done = run(tmp_path / "run", *chosen)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.e2e
def test_attacks_on_otter_are_live_without_the_plugin(tmp_path: Path) -> None:
    """Under otter alone each attack on otter succeeds, but for one whose files otter never reads."""
    done = run(tmp_path / "run", "--bare", "--only", "otter")
    aimed = {attack.name.partition("/")[2] for attack in corpus.attacks(["otter"])}

    assert done.returncode == 1, done.stdout + done.stderr
    assert set(WITHOUT_THE_PLUGIN) == aimed - {"configuration_beside"}
    for evidence in WITHOUT_THE_PLUGIN.values():
        assert evidence in done.stdout, evidence
