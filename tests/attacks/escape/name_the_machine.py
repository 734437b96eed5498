"""Gives the machine the name that it has."""

import socket


def probe():
    name = os.uname().nodename.encode()
    return kernel("sethostname", name, len(name)) == 0
