"""Asks the kernel about its network."""

import socket


def probe():
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as connection:
        return connection.fileno()
