"""Lists folders."""


def probe():
    return first(os.listdir, "/", "/tmp", "/proc", PLANTED["exercise"])
