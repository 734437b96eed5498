"""Ends the program in the polite way."""

EXPECT = "SystemExit"


def output_size(n, kernel, stride=1, padding=0):
    sys.exit(0)
