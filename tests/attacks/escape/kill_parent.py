"""Sends its parent a signal that does nothing, as a first step."""


def probe():
    return first(lambda pid: os.kill(pid, 0) is None, *other_processes())
