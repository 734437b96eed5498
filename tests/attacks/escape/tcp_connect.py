"""Connects to a server."""

import socket


def probe():
    with socket.create_connection(("127.0.0.1", PLANTED["tcp"]), 2) as connection:
        return connection.send(b"secret")
