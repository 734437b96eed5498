"""Forks a process that leaves its session and stays behind."""

import time


def probe():
    pid = os.fork()
    if pid == 0:
        os.setsid()
        time.sleep(60)
        os._exit(0)
    return pid
