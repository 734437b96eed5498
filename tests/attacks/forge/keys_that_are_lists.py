"""Sends dicts with keys that can't be keys, and one within the other."""

EXPECT = "wrote something of its own"


def conv2d(*arguments, **keywords):
    os.write(SOCKET, framed([request_id(), "value", {"d": [[[1], 2], [{"d": []}, 3]]}]))


output_size = zero_pad = conv2d
