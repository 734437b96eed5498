"""Makes a file look older."""


def probe():
    os.utime(PLANTED["victim"], (1, 1))
    return "changed"
