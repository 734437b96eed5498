"""Opens a port of its own and waits to be connected to."""

import socket


def probe():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        return server.getsockname()
