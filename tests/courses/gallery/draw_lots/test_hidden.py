"""The checks of draw_lots that only the grader has."""

from autograder.checks import assert_arguments_unchanged, assert_that, builtin, code, points

NAMES = ["Ada", "Bo", "Cy", "Di"]


def has_everybody(rounds):
    first, last = {names[0] for names in rounds}, {names[-1] for names in rounds}
    return first == last == set(NAMES)


@points(1, rung="lots")
def test_everybody_is_drawn_sometimes(student):
    """In many rounds, draw_lots draws each name in each place."""
    rounds = [student.draw_lots(NAMES, 2, code(f"np.random.default_rng({seed})")) for seed in range(40)]

    assert_that(builtin.list(rounds), has_everybody, "never has some name in some place")


@points(1, rung="lots")
def test_the_names_stay_as_they_are(student):
    """draw_lots does not change the list of names."""
    assert_arguments_unchanged(student.draw_lots(NAMES, 2, code("np.random.default_rng(5)")))
