"""mirrored exchanges the sides of the first node only."""

RUNG = "mirror"
HINT = "Try a tree with three nodes below one another."


def mirrored(tree):
    return None if tree is None else Node(tree.value, tree.right, tree.left)
