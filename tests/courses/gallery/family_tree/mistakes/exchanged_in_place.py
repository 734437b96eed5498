"""mirrored changes the tree itself."""

RUNG = "mirror"
HINT = "Print the tree before and after the call."


def mirrored(tree):
    if tree is not None:
        tree.left, tree.right = mirrored(tree.right), mirrored(tree.left)
    return tree
