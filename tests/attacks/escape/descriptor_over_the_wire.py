"""Passes a descriptor to the grader over the wire's own socket."""

import socket

NEVER_SUCCEEDS = "a plain child process has a pipe there, which carries no descriptors"


def probe():
    return socket.send_fds(socket.socket(fileno=SOCKET), [b"x"], [0])
