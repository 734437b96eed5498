"""Sends texts whose commas are escaped, so that they count only when they are written again."""

EXPECT = "conv2d"


def conv2d(*arguments, **keywords):
    text = b'"' + rb"\u002c" * 60 + b'",'
    data = framed(b'[%d,"value",[%s"x"]]' % (request_id(), text * 2_700))
    while data:
        data = data[os.write(SOCKET, data) :]


output_size = zero_pad = conv2d
