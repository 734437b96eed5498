"""Kills another process."""

import signal


def probe():
    os.kill(PLANTED["decoy"], signal.SIGKILL)
    return "killed"
