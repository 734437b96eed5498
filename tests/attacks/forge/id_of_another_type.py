"""Answers with ids that are equal to the right one for a careless comparison: a float, true, a list."""

EXPECT = "wrote something of its own"


def conv2d(x, kernel, stride=1, padding=0):
    os.write(SOCKET, framed([float(request_id()), "value", 3]))


def output_size(n, kernel, stride=1, padding=0):
    os.write(SOCKET, framed([[request_id()], "value", 3]))


def zero_pad(x, padding):
    os.write(SOCKET, framed([True, "value", 3]))
