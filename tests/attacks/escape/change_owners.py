"""Gives a file to another user."""


def probe():
    os.chown(PLANTED["victim"], 12345, 12345)
    return "changed"
