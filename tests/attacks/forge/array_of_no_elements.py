"""Sends arrays without elements whose other axes are as long as can be."""


def conv2d(*arguments, **keywords):
    os.write(SOCKET, framed([request_id(), "value", {"a": ["<f8", [0] + [2**24] * 31, "S"]}]))
    os._exit(0)


def output_size(*arguments, **keywords):
    os.write(SOCKET, framed([request_id(), "value", [{"a": ["<f8", [2**24, 0], "C"]}] * 1000]))
    os._exit(0)


zero_pad = conv2d
