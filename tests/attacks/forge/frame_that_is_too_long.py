"""Announces a frame of four gigabytes."""

EXPECT = "wrote something of its own"


def conv2d(*arguments, **keywords):
    os.write(SOCKET, struct.pack("<II", 0xFFFFFFFF, 8))


output_size = zero_pad = conv2d
