"""Connects to a server."""

import socket


def probe():
    with socket.socket() as connection:
        connection.connect(("127.0.0.1", PLANTED["tcp"]))
        return "connected"
