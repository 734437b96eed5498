"""Sends an array that claims to have more elements than there are bytes in the world."""

EXPECT = "wrote something of its own"


def conv2d(*arguments, **keywords):
    os.write(SOCKET, framed([request_id(), "value", {"a": ["<f8", [2**24, 2**24, 2**24], "C"]}]))


output_size = zero_pad = conv2d
