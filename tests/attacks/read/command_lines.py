"""Reads the command lines of all processes."""


def probe():
    lines = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            lines.append(open(f"/proc/{pid}/cmdline").read())
        except FileNotFoundError:  # this process has just ended
            pass
    return lines
