"""A class that is disturbed by chaos.py in every way that a night may bring."""

from __future__ import annotations

import subprocess
import sys

import chaos
import pytest


@pytest.mark.nightly
def test_a_disturbed_class_ends_with_exact_scores_and_loses_nothing() -> None:
    """Processes are killed, the disk is full, a second command starts: all 300 scores are exact."""
    done = subprocess.run([sys.executable, chaos.__file__], capture_output=True, text=True)

    assert done.returncode == 0, done.stdout + done.stderr
