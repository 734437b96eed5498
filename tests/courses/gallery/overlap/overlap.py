"""Appointments that overlap.

Fill in every part that says 'write your answer/code here'.
"""


# %%
def overlap(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Return whether two appointments overlap. Those that only touch don't."""
    return start < other_end and other_start < end
