"""Answers the request to load by itself, before its code has failed, and lies about names and labels."""

EXPECT = "wrote something of its own"
os.write(SOCKET, framed([request_id(), "value", [["Passed", "40 points", "grader.py", 1, "score = 40"]]]))
raise SystemExit
