"""The checks of union_find that only the grader has."""

from autograder.checks import assert_equal, points


@points(1, rung="connections")
def test_over_others(student, rng):
    """Numbers are connected over any number of others, in any order."""
    net, order = student.UnionFind(9), rng.permutation(9).tolist()
    for place in (0, 4, 2, 6, 1, 5, 7):
        net.union(order[place], order[place + 1])
    assert_equal(net.connected(order[0], order[3]), True)
    assert_equal(net.connected(order[8], order[4]), True)
    assert_equal(net.connected(order[3], order[4]), False)


@points(1, rung="groups")
def test_what_is_connected_stays_one_group(student):
    """Connecting two numbers that are connected already changes no number of groups."""
    net = student.UnionFind(5)
    for a, b in [(0, 1), (1, 2), (2, 0), (3, 3)]:
        net.union(a, b)
    assert_equal(net.groups, 3)
