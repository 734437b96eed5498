"""Removes a file."""


def probe():
    os.unlink(PLANTED["victim"])
    open(PLANTED["victim"], "w").close()
    return "removed"
