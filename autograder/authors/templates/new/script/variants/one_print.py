"""Prints everything at once."""

lines = ["1 1", "2 4", "3 9", "Done."]
print(*lines, sep="\n")
