"""The checks of new_exercise that only the grader has."""

from autograder.checks import assert_equal, points, text_of


@points(1, rung="reading")
def test_another_file(student):
    """new_function reads the file that is named."""
    assert_equal(student.new_function("few.csv"), {"Cy": 2.5})


@points(1, rung="writing")
def test_a_file_is_replaced(student):
    """save_new_function replaces a file that is there."""
    student.save_new_function("scores.csv", "out.txt")
    student.save_new_function("few.csv", "out.txt")

    assert_equal(text_of("out.txt"), "Cy 2.5\n")
