"""Sends a datagram."""

import socket


def probe():
    with socket.socket(type=socket.SOCK_DGRAM) as connection:
        return connection.sendto(b"secret", ("127.0.0.1", PLANTED["udp"]))
