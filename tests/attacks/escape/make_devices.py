"""Makes a device of its own."""

import stat


def probe():
    os.mknod(f"{PLANTED['temporary']}/{PLANTED['mark']}-null", 0o600 | stat.S_IFCHR, os.makedev(1, 3))
    return "made"
