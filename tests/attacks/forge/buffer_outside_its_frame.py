"""Sends a text that claims to be longer than what follows."""

EXPECT = "wrote something of its own"


def conv2d(*arguments, **keywords):
    os.write(SOCKET, framed([request_id(), "value", {"s": 10**9}], b"short"))


def output_size(*arguments, **keywords):
    os.write(SOCKET, framed([request_id(), "value", {"b": -1}], b"short"))


zero_pad = conv2d
