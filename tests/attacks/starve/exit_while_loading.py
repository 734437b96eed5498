"""Ends the program while it is loaded."""

sys.exit(0)
