"""Lets an alarm write results in the middle of somebody else's call."""

import signal


def probe():
    signal.signal(signal.SIGALRM, lambda *ignored: os.write(SOCKET, framed([0, "value", True])))
    return [signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01), signal.setitimer(signal.ITIMER_REAL, 0)]
