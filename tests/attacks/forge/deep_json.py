"""Sends a skeleton of half a million nested lists."""

EXPECT = "wrote something of its own"


def conv2d(*arguments, **keywords):
    data = framed(b"[" * 500_000 + b"]" * 500_000)
    while data:
        data = data[os.write(SOCKET, data) :]


output_size = zero_pad = conv2d
