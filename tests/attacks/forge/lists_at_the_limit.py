"""Sends lists as deep, and as many, as may be read, and longer messages of errors than a worker ever makes."""

EXPECT = "conv2d"


def conv2d(*arguments, **keywords):
    deep = b"[" * 38 + b"]" * 38
    data = framed(b'[%d,"value",[%s%s]]' % (request_id(), (deep + b",") * 2_400, deep))
    while data:
        data = data[os.write(SOCKET, data) :]


def output_size(*arguments, **keywords):
    data = framed([request_id(), "raised", "ValueError", "x" * 900_000, "", 10**2999, "", -1])
    while data:
        data = data[os.write(SOCKET, data) :]


zero_pad = output_size
