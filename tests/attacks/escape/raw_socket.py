"""Opens a socket below TCP and UDP."""

import socket


def probe():
    with socket.socket(socket.AF_INET, socket.SOCK_RAW, 1) as connection:
        return connection.fileno()
