"""Sends a fraction of nine hundred thousand digits, which takes long to round."""


def conv2d(*arguments, **keywords):
    data = framed(b'[%d, "value", 0.%s]' % (request_id(), b"3" * 900_000))
    while data:
        data = data[os.write(SOCKET, data) :]
    os._exit(0)


output_size = zero_pad = conv2d
