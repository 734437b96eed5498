"""Signals a thread of another process."""


def probe():
    return kernel((200, 130), PLANTED["decoy"], 0) == 0
