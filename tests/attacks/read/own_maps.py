"""Reads where its own memory comes from, and with it the paths of the machine."""


def probe():
    return first(lambda name: open(f"/proc/self/{name}").read(), "maps", "mountinfo", "status", "cgroup")
