"""Goes down level by level, and mirrors a copy."""

import copy


def depth(tree):
    level, found = [tree], 0
    while level := [node for node in level if node]:
        level = [side for node in level for side in (node.left, node.right)]
        found += 1
    return found


def mirrored(tree):
    def turn(node):
        if node:
            node.left, node.right = node.right, node.left
            turn(node.left)
            turn(node.right)

    new = copy.deepcopy(tree)
    turn(new)
    return new
