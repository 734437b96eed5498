"""Looks up a name, which carries whatever is written into it to a name server."""

import socket


def probe():
    return socket.getaddrinfo("localhost", 80)
