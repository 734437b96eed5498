"""Takes a secret file as a mount of its own."""


def probe():
    return kernel((428, 428), -100, PLANTED["readable_secret"].encode(), 0)
