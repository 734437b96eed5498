"""The checks of new_exercise that come with the exercise."""

from autograder.checks import assert_equal, points, text_of


@points(1, rung="reading")
def test_the_best_scores(student):
    """new_function finds the best score of each person."""
    assert_equal(student.new_function("scores.csv"), {"Ann": 5, "Ben": 7})


@points(1, rung="writing")
def test_the_scores_are_written(student):
    """save_new_function writes one person in each line."""
    student.save_new_function("scores.csv", "best.txt")

    assert_equal(text_of("best.txt"), "Ann 5.0\nBen 7.0\n")
