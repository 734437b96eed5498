"""Answers one request twice, in the hope that the later answer counts, or the next request is answered before it is asked."""

EXPECT = "wrote something of its own"


def output_size(n, kernel, stride=1, padding=0):
    for size in (-1, 3, 5, 1):
        os.write(SOCKET, framed([request_id(), "value", size]))
    return -1


def conv2d(x, kernel, stride=1, padding=0):
    return output_size(1, 1)
