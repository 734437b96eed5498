"""Is a link to the answer."""

from pathlib import Path

NO_SUBMISSION = True


def build(wrong, planted):
    return {"linked.py": Path(planted["exercise"]) / "q1_convolution.py"}
