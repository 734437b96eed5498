"""Crashes its process while it is loaded."""

EXPECT = "does not come back"
ctypes.string_at(8)
