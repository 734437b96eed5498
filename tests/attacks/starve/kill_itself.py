"""Kills its own process."""

import signal


def output_size(n, kernel, stride=1, padding=0):
    os.kill(os.getpid(), signal.SIGKILL)
