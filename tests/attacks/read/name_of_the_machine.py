"""Asks for the machine's name and kernel."""


def probe():
    return os.uname().nodename
