"""Takes long to load and then loses its process, so that it has to be loaded for every check."""

import time

start = time.process_time()
while time.process_time() - start < 3 * PLANTED.get("call_seconds", 0.3):
    pass


def conv2d(*arguments, **keywords):
    os._exit(1)


output_size = zero_pad = conv2d
