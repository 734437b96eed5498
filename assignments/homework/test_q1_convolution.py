"""The checks of q1_convolution that come with the exercise."""

import numpy as np

from autograder.checks import assert_arguments_unchanged, assert_array, assert_shape, assert_size, points

AXES = {4: (None, "channel", "row", "column")}
AXES_FA = {4: (None, "کانال", "سطر", "ستون")}


@points(0, rung="by hand")
def test_laplacian_response_is_a_table(student):
    """laplacian_response has 5 rows and 5 columns,
    as many as the image (the numbers are checked at grading)."""
    assert_shape(student.laplacian_response, (5, 5))


@points(0, rung="by hand")
def test_misprinted_cell_is_a_pair(student):
    """misprinted_cell is a pair (row, column) (which cell it is, is checked at grading)."""
    assert_shape(student.misprinted_cell, (2,))


@points(1, rung="output size")
def test_output_size_counts_positions(student):
    """output_size counts all positions, the first and the last included."""
    assert_size(student.output_size(5, 3), 3)
    assert_size(student.output_size(6, 2), 5)
    assert_size(student.output_size(4, 4), 1)


@points(1, rung="zero padding")
def test_zeros_on_all_four_sides(student):
    """zero_pad puts zeros above, below, left and right of an image."""
    image = np.array([[1.0, 2.0, 3.0]])

    assert_array(student.zero_pad(image, padding=1), [[0, 0, 0, 0, 0], [0, 1, 2, 3, 0], [0, 0, 0, 0, 0]])


@points(0.5, rung="zero padding")
def test_channels_are_padded_one_by_one(student):
    """zero_pad pads every channel of every image, and adds no channels or images."""
    x = np.array([[[[1.0, 2.0]], [[3.0, 4.0]]]])  # 1 image, 2 channels, 1 row, 2 columns
    first = [[0, 0, 0, 0], [0, 1, 2, 0], [0, 0, 0, 0]]
    second = [[0, 0, 0, 0], [0, 3, 4, 0], [0, 0, 0, 0]]

    assert_array(student.zero_pad(x, padding=1), [[first, second]])


@points(1, rung="valid")
def test_kernel_is_not_flipped(student):
    """conv2d slides the kernel as given, without turning it around."""
    image, kernel = np.array([[1.0, 2.0, 3.0]]), np.array([[1.0, 0.0]])

    assert_array(student.conv2d(image, kernel), [[1.0, 2.0]])


@points(1, rung="valid")
def test_kernel_visits_every_position(student):
    """conv2d multiplies and adds at every position where the whole kernel lies on the image."""
    image = np.array([[1.0, 2.0, 0.0, 1.0], [0.0, 1.0, 3.0, 1.0], [2.0, 0.0, 1.0, 1.0]])
    kernel = np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 0.0]])

    assert_array(student.conv2d(image, kernel), [[4.0, 13.0], [6.0, 6.0]])


@points(1, rung="padding")
def test_outside_the_image_are_zeros(student):
    """With padding, the kernel also sees the zeros around the image."""
    image = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    neighbours = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])

    assert_array(student.conv2d(image, neighbours, padding=1), [[6.0, 9.0, 8.0], [6.0, 12.0, 8.0]])


@points(0.5, rung="padding")
def test_padding_is_on_all_sides(student):
    """Padding is added on all four sides, so the output may become larger than the image."""
    image, kernel = np.array([[1.0, 2.0]]), np.array([[1.0, 1.0]])

    assert_array(
        student.conv2d(image, kernel, padding=1), [[0.0, 0.0, 0.0], [1.0, 3.0, 2.0], [0.0, 0.0, 0.0]]
    )


@points(1, rung="stride")
def test_stride_goes_both_ways(student):
    """The kernel moves on by the stride in both directions, down and to the right."""
    image = np.array(
        [[1, 2, 3, 4, 0, 1, 2], [3, 4, 0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 0, 1], [2, 3, 4, 0, 1, 2, 3]],
        dtype=float,
    )
    kernel = np.array([[1.0, 2.0], [2.0, 1.0]])

    assert_array(student.conv2d(image, kernel, stride=2), [[15.0, 12.0, 9.0], [9.0, 16.0, 8.0]])


@points(1, rung="stride")
def test_what_is_left_over_is_not_used(student):
    """A last step that would take the kernel over the edge is not taken."""
    image, kernel = np.array([[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]]), np.array([[1.0, 1.0, 1.0]])

    assert_array(student.conv2d(image, kernel, stride=2), [[6.0, 12.0]])


@points(1, rung="channels")
def test_channels_are_added_up(student):
    """Every channel has its own slice of the kernel, and a filter adds up what the channels give."""
    x = np.array(
        [[[[1.0, 2.0], [3.0, 4.0]], [[5.0, 0.0], [1.0, 2.0]]]]
    )  # 1 image, 2 channels, 2 rows, 2 columns
    kernel = np.array([[[[1.0]], [[10.0]]]])  # 1 filter, 2 channels, 1 row, 1 column

    assert_array(student.conv2d(x, kernel), [[[[51.0, 2.0], [13.0, 24.0]]]])


@points(1, rung="channels")
def test_every_filter_gives_a_feature_map(student):
    """Every filter gives one output channel, in the order of the filters."""
    x = np.array([[[[1.0, 2.0, 3.0]]]])  # 1 image, 1 channel, 1 row, 3 columns
    kernel = np.array([[[[1.0, 1.0]]], [[[3.0, 3.0]]]])  # 2 filters, 1 channel, 1 row, 2 columns

    assert_array(student.conv2d(x, kernel), [[[[3.0, 5.0]], [[9.0, 15.0]]]])


@points(1, rung="batch")
def test_every_image_gets_its_own_answer(student):
    """The images of a batch don't see each other, and stay in order."""
    x = np.array([[[[1.0, 2.0, 3.0]]], [[[4.0, 0.0, 6.0]]]])  # 2 images, 1 channel, 1 row, 3 columns
    kernel = np.array([[[[1.0, 1.0]]]])

    assert_array(student.conv2d(x, kernel), [[[[3.0, 5.0]]], [[[4.0, 6.0]]]])


@points(0.5, rung="manners")
def test_whole_numbers_may_give_fractions(student):
    """An image of integers with a kernel of fractions gives fractions, and bytes give large numbers."""
    image, kernel = np.array([[1, 2, 5]]), np.array([[0.5, 0.5]])
    picture, twos = np.array([[200, 100]], dtype=np.uint8), np.array([[2, 2]], dtype=np.uint8)

    assert_array(student.conv2d(image, kernel), [[1.5, 3.5]])
    assert_array(student.conv2d(picture, twos), [[600.0]])


@points(0.5, rung="manners")
def test_arguments_stay_as_they_are(student):
    """Neither conv2d nor zero_pad changes the arrays it is given."""
    image, kernel = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([[1.0, 2.0]])
    plain = student.conv2d(image, np.array([[1.0, 1.0]]))

    assert_array(plain, [[3.0, 5.0], [9.0, 11.0]])
    assert_arguments_unchanged(plain)
    assert_arguments_unchanged(student.conv2d(image, kernel, stride=2, padding=1))
    assert_arguments_unchanged(student.conv2d(np.array([[image]]), np.array([[kernel]]), padding=1))
    assert_arguments_unchanged(student.zero_pad(image, padding=1))
