"""Is a tar whose member has a negative size, so that a reader that follows it never ends."""

import tarfile

EXPECT = "can't be read"


def build(wrong, planted):
    header = bytearray(tarfile.TarInfo("q1_convolution.py").tobuf())
    header[124:136] = b"\xff" * 10 + b"\xfe\x00"
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header[:512])
    return {"backwards.tar": bytes(header) + bytes(1024)}
