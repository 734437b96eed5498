"""depth goes down on the left side only."""

RUNG = "depth"
HINT = "Draw a tree whose longest way goes to the right, and try it."


def depth(tree):
    return 0 if tree is None else 1 + depth(tree.left)
