"""Ends its process while it is loaded."""

EXPECT = "does not finish loading"
os._exit(0)
