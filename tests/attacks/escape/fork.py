"""Forks, and would go on in a process that nobody knows."""


def probe():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    return os.waitpid(pid, 0)[0]
