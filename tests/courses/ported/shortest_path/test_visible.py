"""The checks of shortest_path that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="ways")
def test_a_way_of_two_steps(student):
    """shortest_path gives all people on the way, and stays where it is if there is nowhere to go."""
    friends = {"Ann": {"Bo"}, "Bo": {"Ann", "Cy"}, "Cy": {"Bo"}}
    assert_equal(student.shortest_path(friends, "Ann", "Cy"), ["Ann", "Bo", "Cy"])
    assert_equal(student.shortest_path(friends, "Bo", "Bo"), ["Bo"])
