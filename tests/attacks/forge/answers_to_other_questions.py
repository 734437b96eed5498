"""Answers with ids that it guesses: the next one, the last one, every small one."""

EXPECT = "wrote something of its own"


def conv2d(x, kernel, stride=1, padding=0):
    number = request_id()
    for other in (number + 1, number - 1, 0, 1, -1, 2**48):
        os.write(SOCKET, framed([other, "value", 3]))


output_size = zero_pad = conv2d
