"""Replaces what the wire is sent with, and sends a grade of its own."""

EXPECT = "wrote something of its own"
real_write = os.write
os.write = lambda descriptor, data: (
    real_write(descriptor, framed([request_id(), "value", {"d": [["score", 40]]}])) and len(data)
)
