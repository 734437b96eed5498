"""Chooses its processors, or those of another process."""


def probe():
    os.sched_setaffinity(PLANTED["decoy"], os.sched_getaffinity(0))
    return "chosen"
