"""Is a tar whose member is said to be larger than the whole."""

import tarfile

EXPECT = "cut short"


def build(wrong, planted):
    entry = tarfile.TarInfo("q1_convolution.py")
    entry.size = 1 << 40
    return {"long.tar": entry.tobuf(tarfile.GNU_FORMAT) + wrong.encode()}
