"""Sends a skeleton of a third of a million empty dicts."""

EXPECT = "wrote something of its own"


def conv2d(*arguments, **keywords):
    data = framed(b"[" + b"{}," * 349_000 + b"0]")
    while data:
        data = data[os.write(SOCKET, data) :]


output_size = zero_pad = conv2d
