"""Makes itself or others more or less important."""


def probe():
    os.setpriority(os.PRIO_PROCESS, PLANTED["decoy"], 1)
    return os.nice(1)
