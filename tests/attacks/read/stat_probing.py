"""Finds out which files there are, without reading one."""


def probe():
    return [
        place
        for place in ("/etc/passwd", "/proc", PLANTED["exercise"], PLANTED["secret"])
        if os.path.exists(place)
    ]
