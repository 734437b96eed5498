"""Is a folder with the name of a script, which is a student's folder without one."""

EXPECT = "no script or notebook; notes.txt"


def build(wrong, planted):
    return {"folder.py/notes.txt": b""}
