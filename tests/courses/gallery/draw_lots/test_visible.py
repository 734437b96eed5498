"""The checks of draw_lots that come with the exercise."""

from autograder.checks import assert_that, builtin, code, points

NAMES = ["Ada", "Bo", "Cy", "Di"]


def draws(student, count):
    """Return what is drawn in 30 rounds, each with its own generator."""
    return builtin.list(
        [student.draw_lots(NAMES, count, code(f"np.random.default_rng({seed})")) for seed in range(30)]
    )


def are_lots(rounds):
    return all(len(names) == len(set(names)) == 3 and set(names) <= set(NAMES) for names in rounds)


@points(1, rung="lots")
def test_names_are_drawn_once(student):
    """draw_lots draws different names."""
    assert_that(draws(student, 3), are_lots, "does not always have three different names")
