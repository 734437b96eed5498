"""Writes a note into the attributes of a file."""


def probe():
    os.setxattr(PLANTED["victim"], "user.note", b"forged")
    return "noted"


if not hasattr(os, "setxattr"):
    NEVER_SUCCEEDS = "this system has no attributes"
