"""The checks of family_tree that only the grader has."""

from autograder.checks import assert_equal, points


@points(1, rung="depth")
def test_the_longest_way_may_turn(student):
    """depth finds the longest way, wherever it goes."""
    turning = student.Node(5, None, student.Node(6, student.Node(7, None, student.Node(8))))

    assert_equal(student.depth(turning), 4)


@points(1, rung="mirror")
def test_every_node_is_mirrored_in_a_new_tree(student):
    """mirrored exchanges the sides of every node, and leaves the tree as it is."""
    tree = student.Node(4, student.Node(2, student.Node(1)))
    mirror = student.mirrored(tree)

    assert_equal(mirror, student.Node(4, None, student.Node(2, None, student.Node(1))))
    assert_equal(mirror == tree, False)
    assert_equal(tree.left.left.value, 1)
