"""Connects to a server by version 6 of the internet protocol."""

import socket


def probe():
    with socket.socket(socket.AF_INET6) as connection:
        return connection.fileno()
