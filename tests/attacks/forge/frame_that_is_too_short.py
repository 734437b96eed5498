"""Announces a frame that is shorter than its own head."""

EXPECT = "wrote something of its own"


def conv2d(*arguments, **keywords):
    os.write(SOCKET, struct.pack("<II", 3, 0))


output_size = zero_pad = conv2d
