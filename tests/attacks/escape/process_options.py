"""Changes what the kernel does with it: dumpable again, and no end when its parent ends."""


def probe():
    kernel("prctl", 4, 1, 0, 0, 0)
    kernel("prctl", 1, 0, 0, 0, 0)
    return "changed"
