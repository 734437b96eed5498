"""The checks of q4_kernel_gradient that come with the exercise."""

import numpy as np

from autograder.checks import assert_arguments_unchanged, assert_array, assert_shape, points

AXES = {4: (None, "channel", "row", "column")}
AXES_FA = {4: (None, "کانال", "سطر", "ستون")}


@points(0, rung="by hand")
def test_coefficients_are_four_tables(student):
    """coefficients[a][b] is a 2x2 table for each of the four kernel weights (the numbers are checked when
    your work is graded)."""
    assert_shape(student.coefficients, (2, 2, 2, 2))


@points(1.5, rung="one-hot")
def test_one_output_hands_on_its_window(student):
    """When the loss depends on a single output,
    the gradient is the part of the image which that output looked at."""
    image = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
    upstream = np.array([[0.0, 1.0], [0.0, 0.0]])

    assert_array(student.conv2d_kernel_grad(image, upstream, (2, 2)), [[2.0, 3.0], [5.0, 6.0]])


@points(1, rung="general")
def test_every_output_adds_its_share(student):
    """The gradient adds up what every output contributes, each as strongly as its upstream gradient says."""
    image = np.array([[1.0, 2.0, 3.0, 4.0]])
    upstream = np.array([[1.0, 10.0, 100.0]])

    assert_array(student.conv2d_kernel_grad(image, upstream, (1, 2)), [[321.0, 432.0]])
    halves = student.conv2d_kernel_grad(image / 2, upstream.astype(int), (1, 2))  # whole-numbered upstream
    assert_array(halves, [[160.5, 216.0]])


@points(1, rung="general")
def test_output_may_be_larger_than_the_kernel(student):
    """The gradient is right for outputs of another size than the kernel, too."""
    image = np.array([[1.0, 0.0, 2.0, 5.0], [0.0, 3.0, 0.0, 1.0], [2.0, 1.0, 0.0, 4.0]])
    upstream = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])

    assert_array(student.conv2d_kernel_grad(image, upstream, (2, 2)), [[22.0, 37.0], [19.0, 34.0]])


@points(0.5, rung="general")
def test_arguments_stay_as_they_are(student):
    """conv2d_kernel_grad gives its answer without changing the arrays it was called with."""
    image = np.array([[1.0, 3.0, 5.0]])
    upstream = np.array([[2.0, 0.0, 1.0]])

    answer = student.conv2d_kernel_grad(image, upstream, (1, 1))
    assert_array(answer, [[7.0]])
    assert_arguments_unchanged(answer)


@points(1, rung="channels")
def test_each_filter_meets_each_channel(student):
    """Every filter has a gradient of its own for every channel of the image."""
    image = np.array([2.0, 3.0, 5.0]).reshape(1, 3, 1, 1)
    upstream = np.array([10.0, 100.0]).reshape(1, 2, 1, 1)

    want = np.array([[20.0, 30.0, 50.0], [200.0, 300.0, 500.0]]).reshape(2, 3, 1, 1)
    assert_array(student.conv2d_kernel_grad(image, upstream, (2, 3, 1, 1)), want)


@points(0.5, rung="channels")
def test_images_of_a_batch_add_up(student):
    """All images of a batch add to the gradient, each with its own upstream gradient."""
    images = np.array([3.0, 5.0]).reshape(2, 1, 1, 1)
    upstream = np.array([10.0, 100.0]).reshape(2, 1, 1, 1)

    assert_array(student.conv2d_kernel_grad(images, upstream, (1, 1, 1, 1)), [[[[530.0]]]])


@points(1, rung="padding")
def test_padding_belongs_to_the_image(student):
    """With padding, the kernel's weights also met the zeros around the image."""
    image = np.array([[1.0, 2.0, 3.0]])
    upstream = np.array([[1.0, 10.0, 100.0, 1000.0]])

    assert_array(
        student.conv2d_kernel_grad(image, upstream, (3, 2), padding=1),
        [[0.0, 0.0], [3210.0, 321.0], [0.0, 0.0]],
    )


@points(0.5, rung="stride", for_reading=True)
def test_stride_spreads_the_windows(student):
    """With stride 2, the windows lie two pixels apart."""
    image = np.array([[1.0, 2.0, 3.0, 4.0]])
    upstream = np.array([[1.0, 10.0]])

    assert_array(student.conv2d_kernel_grad(image, upstream, (1, 2), stride=2), [[31.0, 42.0]])


@points(0.5, rung="stride")
def test_leftover_pixels_do_not_count(student):
    """A last column which no window touches has no influence on the gradient."""
    image = np.array([[1.0, 2.0, 3.0, 4.0, 5.0]])
    upstream = np.array([[1.0, 10.0]])

    assert_array(student.conv2d_kernel_grad(image, upstream, (1, 2), stride=2), [[31.0, 42.0]])
