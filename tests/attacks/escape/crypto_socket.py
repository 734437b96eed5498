"""Opens the kernel's cryptography, where many a hole has been."""

import socket


def probe():
    with socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET) as connection:
        return connection.fileno()


NEVER_SUCCEEDS = "many kernels are built without it"
