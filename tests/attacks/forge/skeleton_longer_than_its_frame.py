"""Sends a frame whose skeleton claims to be longer than the frame."""

EXPECT = "wrote something of its own"


def conv2d(*arguments, **keywords):
    os.write(SOCKET, struct.pack("<II", 16, 0xFFFFFFF0) + b"[1,2,3]]")


output_size = zero_pad = conv2d
