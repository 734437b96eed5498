"""Connects to a server's socket that is in no file system."""

import socket


def probe():
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect("\0" + PLANTED["abstract"])
        return "connected"
