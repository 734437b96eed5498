"""Makes a pair of sockets, over which descriptors can be passed."""

import socket


def probe():
    one, other = socket.socketpair()
    socket.send_fds(one, [b"x"], [0])
    return socket.recv_fds(other, 1, 1)[1]
