"""Reads the environment of other processes."""


def probe():
    return first(lambda pid: canary(open(f"/proc/{pid}/environ", "rb").read()), "self", *other_processes())
