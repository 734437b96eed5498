"""Empties a file."""


def probe():
    os.truncate(PLANTED["victim"], 0)
    return "emptied"
