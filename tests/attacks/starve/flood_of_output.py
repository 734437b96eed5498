"""Prints sixty megabytes."""


def output_size(n, kernel, stride=1, padding=0):
    for _ in range(60):
        print("PROBE-SUCCEEDED " * 2**16)
        sys.stderr.write("x" * 2**16)
    return -1
