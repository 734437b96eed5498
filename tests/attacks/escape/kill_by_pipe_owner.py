"""Makes another process the owner of its pipe, which is signalled whenever there is something to read."""

import fcntl


def probe():
    fcntl.fcntl(SOCKET, fcntl.F_SETOWN, PLANTED["decoy"])
    return "owner"
