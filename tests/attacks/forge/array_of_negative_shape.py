"""Sends an array whose negative lengths multiply to a positive one."""

EXPECT = "wrote something of its own"


def conv2d(*arguments, **keywords):
    os.write(SOCKET, framed([request_id(), "value", {"a": ["<f8", [-1, -2], "C"]}], b"\0" * 16))


output_size = zero_pad = conv2d
