"""Takes a copy of a descriptor from another process."""


def probe():
    return kernel((438, 438), kernel((434, 434), PLANTED["decoy"], 0), 0, 0) + 1
