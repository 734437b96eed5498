"""Sends as many numbers as may be read, in a short form that gets three times as long when it is written again."""

EXPECT = "conv2d"


def conv2d(*arguments, **keywords):
    data = framed(b'[%d,"value",[%s1e15]]' % (request_id(), b"1e15," * 99_900))
    while data:
        data = data[os.write(SOCKET, data) :]


output_size = zero_pad = conv2d
