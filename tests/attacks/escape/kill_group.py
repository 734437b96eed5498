"""Signals its whole process group."""


def probe():
    os.killpg(0, 0)
    return "signalled"
