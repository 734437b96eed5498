"""The checks of shortest_path that only the grader has."""

from itertools import pairwise

from autograder.checks import assert_equal, assert_that, points

RING = {str(n): {str((n - 1) % 8), str((n + 1) % 8)} for n in range(8)}


def is_way_round(way):
    ends = len(way) == 5 and way[0] == "0" and way[-1] == "4"
    return ends and all(b in RING[a] for a, b in pairwise(way))


@points(2, rung="shortest")
def test_either_way_round_is_right(student):
    """shortest_path gives any of several ways of the same length, and no longer one."""
    assert_that(student.shortest_path(RING, "0", "4"), is_way_round, "is no shortest way from 0 to 4")
    assert_equal(student.shortest_path(RING, "1", "7"), ["1", "0", "7"])


@points(1, rung="ways")
def test_there_may_be_no_way(student):
    """shortest_path gives None if there is no way."""
    assert_equal(student.shortest_path({"Ann": {"Bo"}, "Bo": {"Ann"}, "Cy": set()}, "Ann", "Cy"), None)
