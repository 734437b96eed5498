"""Sends an integer of nine hundred thousand digits, which takes long to read."""

EXPECT = "wrote something of its own"


def conv2d(*arguments, **keywords):
    data = framed(b'[%d, "value", %s]' % (request_id(), b"9" * 900_000))
    while data:
        data = data[os.write(SOCKET, data) :]


output_size = zero_pad = conv2d
