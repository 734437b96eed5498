"""Crashes its process while it is loaded."""

EXPECT = "does not finish loading"
ctypes.string_at(8)
