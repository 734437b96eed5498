"""Sends skeletons that are no JSON: NaN, half a text, wrong bytes, keys given twice."""

EXPECT = "wrote something of its own"


def conv2d(*arguments, **keywords):
    os.write(SOCKET, framed(b'[%d, "value", {"a": [], "a": "' % request_id()))


def output_size(*arguments, **keywords):
    os.write(SOCKET, framed(b"\xff\xfe\x00[" + b"\0" * 40))


def zero_pad(*arguments, **keywords):
    os.write(SOCKET, framed(b'[%d, "value", NaN, Infinity, -Infinity]' % request_id()))
