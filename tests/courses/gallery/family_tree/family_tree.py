"""Binary trees: functions that call themselves.

Fill in every part that says 'write your answer/code here'.
"""

from __future__ import annotations

from dataclasses import dataclass


# %%
@dataclass
class Node:
    """A value, with a tree on each side. None is the empty tree."""

    value: int
    left: Node | None = None
    right: Node | None = None


# %%
def depth(tree: Node | None) -> int:
    """Return how many nodes lie on the longest way down. The empty tree has depth 0."""
    return 0 if tree is None else 1 + max(depth(tree.left), depth(tree.right))


# %%
def mirrored(tree: Node | None) -> Node | None:
    """Return a new tree in which left and right are exchanged everywhere."""
    return None if tree is None else Node(tree.value, mirrored(tree.right), mirrored(tree.left))
