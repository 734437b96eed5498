"""The checks of union_find that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="connections")
def test_two_are_connected(student):
    """union connects two numbers, and no others."""
    net = student.UnionFind(4)
    net.union(1, 3)
    assert_equal(net.connected(3, 1), True)
    assert_equal(net.connected(1, 2), False)


@points(1, rung="groups")
def test_groups_become_fewer(student):
    """Each connection makes one group less."""
    net = student.UnionFind(4)
    net.union(1, 3)
    assert_equal(net.groups, 3)
