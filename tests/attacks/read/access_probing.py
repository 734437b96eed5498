"""Finds out which files there are with the call that checks for access."""


def probe():
    return [place for place in ("/etc/passwd", "/proc", PLANTED["secret"]) if os.access(place, os.F_OK)]
