"""Makes a message queue that stays when it ends."""


def probe():
    place = kernel("msgget", 0, 0o1600)
    kernel("msgctl", place, 0, None)
    return place + 1
