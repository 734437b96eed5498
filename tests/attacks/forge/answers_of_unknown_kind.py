"""Answers with outcomes that the grader never defined: passed, points, broken."""

EXPECT = "wrote something of its own"
KINDS = ["passed", "points", "BROKEN", "", None, 40, ["value"], {"d": []}]
CALLS = []


def conv2d(*arguments, **keywords):
    CALLS.append(1)
    os.write(SOCKET, framed([request_id(), KINDS[len(CALLS) % len(KINDS)], 40]))


output_size = zero_pad = conv2d
