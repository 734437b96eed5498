"""Makes a pipe."""


def probe():
    return os.pipe()
