"""Fills all memory there is while it is loaded, and keeps it."""

kept = []
while len(kept) < 3 * 2**10:
    kept.append(b"x" * 2**20)
