"""Closes all its descriptors and computes on."""

EXPECT = "it "


def output_size(n, kernel, stride=1, padding=0):
    os.closerange(0, 1000)
    while True:
        pass
