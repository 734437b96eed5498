"""Starts a program with the call that forks and starts at once."""


def probe():
    return os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0)[0]
