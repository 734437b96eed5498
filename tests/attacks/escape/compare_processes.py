"""Asks what it shares with another process, which tells addresses in the kernel apart."""


def probe():
    return kernel((312, 272), os.getpid(), PLANTED["decoy"], 1, 0, 0) + 1
