"""Writes a note into the attributes of a file."""


def probe():
    os.setxattr(PLANTED["victim"], "user.note", b"forged")
    return "noted"
