"""mirrored copies the tree and exchanges nothing."""

RUNG = "mirror"
HINT = "Which side of the new node gets the left tree?"


def mirrored(tree):
    return None if tree is None else Node(tree.value, mirrored(tree.left), mirrored(tree.right))
