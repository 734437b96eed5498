"""The checks of shopping that only the grader has."""

from autograder.checks import assert_equal, points, text_of


@points(1, rung="list")
def test_an_earlier_list_is_replaced(student):
    """save_list replaces what was in the file before."""
    student.save_list(["salt", "rice", "tea"], "list.txt")
    student.save_list(["soap"], "list.txt")

    assert_equal(text_of("list.txt"), "1. soap\n")


@points(1, rung="more")
def test_an_item_is_added(student):
    """add_item writes one more line, and leaves the others as they are."""
    student.save_list(["apples", "pears"], "fruit.txt")
    student.add_item("plums", "fruit.txt")
    student.add_item("figs", "fruit.txt")

    assert_equal(text_of("fruit.txt"), "1. apples\n2. pears\n3. plums\n4. figs\n")


@points(1, rung="list")
def test_two_lists(student):
    """save_list writes into the file that is named, and into no other one."""
    student.save_list(["nails"], "tools.txt")
    student.save_list([], "nothing.txt")

    assert_equal(text_of("tools.txt"), "1. nails\n")
    assert_equal(text_of("nothing.txt"), "")
