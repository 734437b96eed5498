"""Asks whether it might kill all processes there are."""


def probe():
    os.kill(-1, 0)
    return "might have"
