"""Moves to another control group, out of its limits."""


def probe():
    return first(
        lambda name: os.open(name, os.O_WRONLY),
        "/sys/fs/cgroup/cgroup.procs",
        "/sys/fs/cgroup/memory/cgroup.procs",
        "/sys/fs/cgroup/unified/cgroup.procs",
    )


NEVER_SUCCEEDS = "there need not be any control groups to write to"
