"""No attack of the corpus gets anything under stock otter with our zip; and those that aim at otter would, without our plugin."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import attack_corpus as corpus
import pytest

TOOLS = Path(__file__).parents[1] / "tools"
RUNNER = [sys.executable, str(TOOLS / "attack_otter.py")]
# What reads, escapes or starves acts in a worker, which under otter is the same as under `grade`: the rest of the corpus is nightly.
# otter itself opens the submission (intake), runs code beside ours (otter), and writes the points that a forger is after (forge).
OTTER_CAN_CHANGE = ("otter", "intake", "forge", "escape/fork_and_leave")
SOME = (
    "otter/log_that_is_a_pickle otter/pickle_of_the_results otter/results_rewritten_later forge/two_answers escape/fork_and_leave"
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
    """No point, no leak, no trace, no process, results as they were written: a few attacks, and the answer before, between and after."""
    done = run(tmp_path / "run", "--only", *SOME)

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"\n{len(SOME) + 4} submissions, 0 violations" in done.stdout


@pytest.mark.e2e
def test_no_attack_gets_anything_under_otter(tmp_path: Path, nightly: bool) -> None:
    """Every attack that otter can make different, and each night the whole corpus: those of a single file, as `otter run` wants it."""
    done = run(tmp_path / "run", *([] if nightly else ["--only", *OTTER_CAN_CHANGE]))

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.e2e
def test_attacks_on_otter_are_live_without_the_plugin(tmp_path: Path) -> None:
    """Under otter alone each attack on otter gets what it wants, except for a folder of files that otter never looks at."""
    done = run(tmp_path / "run", "--bare", "--only", "otter")
    aimed = {attack.name.partition("/")[2] for attack in corpus.attacks(["otter"])}

    assert done.returncode == 1, done.stdout + done.stderr
    assert set(WITHOUT_THE_PLUGIN) == aimed - {"configuration_beside"}
    for evidence in WITHOUT_THE_PLUGIN.values():
        assert evidence in done.stdout, evidence
