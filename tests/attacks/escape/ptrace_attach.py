"""Attaches to another process as a debugger does."""


def probe():
    kernel("ptrace", 16, PLANTED["decoy"], 0, 0)
    os.waitpid(PLANTED["decoy"], 0x40000000)
    return kernel("ptrace", 17, PLANTED["decoy"], 0, 0) == 0
