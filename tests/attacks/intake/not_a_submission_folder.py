"""Is a folder with the name of a script."""

NO_SUBMISSION = True


def build(wrong, planted):
    return {"folder.py/notes.txt": b""}
