"""Sends arrays whose type, layout or shape is of another kind than it should be."""

EXPECT = "wrote something of its own"
ODD = [
    ["<f8", [True, True], "C"],
    ["<f8", [1.0], "C"],
    ["<f8", "11", "C"],
    [["<f8"], [1], "C"],
    ["<f8", [1], 7],
    ["V8", [1], "C"],
    ["<M8[s]", [1], "C"],
]
CALLS = []


def conv2d(*arguments, **keywords):
    CALLS.append(1)
    os.write(SOCKET, framed([request_id(), "value", {"a": ODD[len(CALLS) % len(ODD)]}], b"\0" * 8))


output_size = zero_pad = conv2d
