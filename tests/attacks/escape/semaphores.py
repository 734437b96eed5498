"""Makes semaphores that stay when it ends."""


def probe():
    place = kernel("semget", 0, 1, 0o1600)
    kernel("semctl", place, 0, 0)
    return place + 1
