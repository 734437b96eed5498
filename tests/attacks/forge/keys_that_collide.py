"""Sends a dict whose keys all have the same hash, so that each one is compared with all."""

EXPECT = "wrote something of its own"


def conv2d(*arguments, **keywords):
    pairs = b",".join(b"[%d,0]" % (number * (2**61 - 1)) for number in range(1, 20_000))
    data = framed(b'[%d,"value",{"d":[%s]}]' % (request_id(), pairs))
    while data:
        data = data[os.write(SOCKET, data) :]


output_size = zero_pad = conv2d
