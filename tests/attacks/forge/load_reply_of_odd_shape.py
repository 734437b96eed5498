"""Answers the request to load with what no loader would say."""

EXPECT = "wrote something of its own"
os.write(SOCKET, framed([request_id(), "value", {"d": [["passed", 40]]}]))
os._exit(0)
