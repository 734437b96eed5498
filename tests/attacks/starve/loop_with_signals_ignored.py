"""Ignores and blocks every signal, then never comes back."""

import signal

EXPECT = "no answer after"
for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        continue
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
signal.signal(signal.SIGXCPU, lambda *ignored: None)


def output_size(n, kernel, stride=1, padding=0):
    while True:
        pass
