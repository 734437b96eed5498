"""Sends an array of pointers, in the hope that someone follows them."""

EXPECT = "wrote something of its own"


def conv2d(*arguments, **keywords):
    os.write(SOCKET, framed([request_id(), "value", {"a": ["|O", [1, 2], "C"]}], b"\x41" * 16))


output_size = zero_pad = conv2d
