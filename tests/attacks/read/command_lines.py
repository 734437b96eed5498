"""Reads the command lines of all processes."""


def probe():
    return [open(f"/proc/{pid}/cmdline").read() for pid in os.listdir("/proc") if pid.isdigit()]
