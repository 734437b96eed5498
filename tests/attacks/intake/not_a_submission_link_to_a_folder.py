"""Is a link to the folder with the answer in it."""

from pathlib import Path

NO_SUBMISSION = True


def build(wrong, planted):
    return {"linked": Path(planted["exercise"])}
