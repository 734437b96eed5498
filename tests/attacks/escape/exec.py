"""Becomes another program."""


def probe():
    with open("/proc/self/comm") as file:  # in a process that can be watched afterwards: this one would be gone
        name = file.read()
    if os.spawnv(os.P_WAIT, "/bin/true", ["true"]) == 0:
        return f"{name} started a program"
