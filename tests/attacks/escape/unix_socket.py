"""Connects to a server's socket in the file system, as Docker's is."""

import socket


def probe():
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(PLANTED["unix"])
        return "connected"
