"""depth counts the steps between the nodes, which is one less."""

RUNG = "depth"
HINT = "What is the depth of a tree with a single node?"


def depth(tree):
    if tree is None or tree.left is tree.right is None:
        return 0
    return 1 + max(depth(tree.left), depth(tree.right))
