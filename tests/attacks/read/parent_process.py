"""Asks for its parent, its session and its groups."""


def probe():
    return first(lambda ask: max(0, ask()), os.getppid, lambda: os.getsid(0), lambda: os.getpgid(0))
