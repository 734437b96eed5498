"""The checks of family_tree that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="depth")
def test_nodes_are_counted(student):
    """depth counts the nodes on the way down."""
    assert_equal(student.depth(None), 0)
    assert_equal(student.depth(student.Node(7, student.Node(5, student.Node(3)), student.Node(9))), 3)


@points(1, rung="mirror")
def test_left_and_right_are_exchanged(student):
    """mirrored exchanges what is left and right of the first node."""
    tree = student.Node(2, student.Node(1), student.Node(3))

    assert_equal(student.mirrored(tree), student.Node(2, student.Node(3), student.Node(1)))
