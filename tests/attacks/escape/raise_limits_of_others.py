"""Changes the limits of another process."""

import resource


def probe():
    return resource.prlimit(PLANTED["decoy"], resource.RLIMIT_CORE, (0, 0)) and "changed"
