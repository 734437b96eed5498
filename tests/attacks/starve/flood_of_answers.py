"""Sends answers as fast as it can."""

EXPECT = "wrote something of its own"


def output_size(n, kernel, stride=1, padding=0):
    answer = framed([request_id(), "value", -1])
    while True:
        os.write(SOCKET, answer * 100)
