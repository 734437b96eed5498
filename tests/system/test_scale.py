"""A large class, composed and watched by scale.py."""

from __future__ import annotations

import subprocess
import sys

import pytest
import scale


@pytest.mark.e2e
def test_hundreds_of_submissions_get_the_scores_that_are_known_beforehand(nightly: bool) -> None:
    """Every score is exact; memory, descriptors and time a submission stay flat, and nothing is left."""
    done = subprocess.run(  # whose children are its own alone
        [sys.executable, scale.__file__, "500" if nightly else "250"], capture_output=True, text=True
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.nightly
def test_ten_thousand_submissions_on_a_cluster_get_their_scores() -> None:
    """Through two local workers of Dask: exact scores, flat memory, nothing left."""
    done = subprocess.run([sys.executable, scale.__file__, "--cluster"], capture_output=True, text=True)

    assert done.returncode == 0, done.stdout + done.stderr


def test_parts_that_bind_the_same_name_are_not_put_together() -> None:
    """Parts that bind the same helper are kept apart, or the scores of the parts would not add up."""
    right, other = (
        scale.Part("", 1, frozenset({"_help", "double"})),
        scale.Part("", 1, frozenset({"_help", "treble"})),
    )
    answer = scale.Part("", 1, frozenset({"treble"}))

    assert scale.compatible([right, other], [{"right": [right]}, {"right": [answer]}]) == [right, answer]
    assert scale.compatible([right, answer], [{"right": [right]}, {"right": [other]}]) == [right, answer]
    assert {"a", "b", "C", "_d"} == set(
        scale.defined("import x\nfrom x import y as a\ndef b(): e = 1\nclass C: pass\n_d = 1")
    )
