"""Uses much time and ends its process before that can be counted."""

import time


def conv2d(*arguments, **keywords):
    start = time.process_time()
    while time.process_time() - start < 0.8 * PLANTED.get("call_seconds", 0.3):
        pass
    os._exit(1)


output_size = zero_pad = conv2d
