"""Starts processes until there is no room for more; ten at most."""

import time


def probe():
    pids = []
    for _ in range(10):
        pid = os.fork()
        if pid == 0:
            time.sleep(1)
            os._exit(0)
        pids.append(pid)
    for pid in pids:
        os.waitpid(pid, 0)
    return pids
