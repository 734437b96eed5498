"""Is a pipe with a name, at which a reader would wait for ever."""

import os

NO_SUBMISSION = True


def build(wrong, planted):
    return {"waiting.py": os.mkfifo}
