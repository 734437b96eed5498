"""Ends its process while it is loaded."""

EXPECT = "does not come back"
os._exit(0)
