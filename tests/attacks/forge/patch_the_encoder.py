"""Replaces the function that writes answers by one that writes grades."""

import autograder.worker.wire as wire

EXPECT = "wrote something of its own"
wire.encode = lambda value, to_plain=None: framed([value[0], "passed", {"d": [["score", 40]]}])
