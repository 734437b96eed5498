"""The checks of q2_pointwise that come with the exercise."""

import numpy as np

from autograder.checks import assert_array, assert_count, points

AXES = {4: (None, "channel", "row", "column")}
AXES_FA = {4: (None, "کانال", "سطر", "ستون")}


@points(1, rung="conv1x1")
def test_each_row_of_w_weighs_the_channels(student):
    """conv1x1 gives one weighted sum of a pixel's channels for each row of w."""
    x = np.array([2.0, 3.0, 5.0]).reshape(1, 3, 1, 1)
    w = np.array([[1.0, 10.0, 100.0], [0.0, 2.0, 1.0]])

    assert_array(student.conv1x1(x, w), [[[[532.0]], [[11.0]]]])


@points(1, rung="conv1x1")
def test_every_pixel_stays_where_it_is(student):
    """conv1x1 mixes the channels of a pixel and leaves every pixel in its place."""
    x = np.array([[[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]]])
    w = np.array([[1.0, 10.0], [10.0, 0.0]])

    assert_array(
        student.conv1x1(x, w),
        [[[[1.0, 12.0, 3.0], [4.0, 5.0, 16.0]], [[10.0, 20.0, 30.0], [40.0, 50.0, 60.0]]]],
    )


@points(1, rung="conv1x1")
def test_channels_can_become_more(student):
    """conv1x1 can give more channels than it gets."""
    x = np.array([[[[3.0, 5.0]]]])
    w = np.array([[1.0], [2.0], [4.0]])

    assert_array(student.conv1x1(x, w), [[[[3.0, 5.0]], [[6.0, 10.0]], [[12.0, 20.0]]]])


@points(1, rung="bottleneck")
def test_relu_stands_between_the_two_convolutions(student):
    """bottleneck sets what is negative after the first convolution to zero before the second one reads it."""
    x = np.array([1.0, 3.0]).reshape(1, 2, 1, 1)
    w1 = np.array([[1.0, -2.0], [-2.0, 1.0]])
    w2 = np.array([[1.0, 2.0], [2.0, 1.0]])

    assert_array(student.bottleneck(x, w1, w2), [[[[2.0]], [[1.0]]]])


@points(1, rung="costs")
def test_cost_of_a_small_layer(student):
    """direct_cost counts every multiplication of a small layer."""
    assert_count(student.direct_cost(4, 6, 2, 5, 3), 2160)


@points(1, rung="costs")
def test_cost_of_a_small_layer_behind_a_reduction(student):
    """bottleneck_cost counts every multiplication of a small layer and of the reduction before it."""
    assert_count(student.bottleneck_cost(4, 6, 10, 2, 5, 3), 2640)


@points(1, rung="inception")
def test_cost_of_a_small_inception_module(student):
    """inception_cost gives the multiplications and the output channels of a small module."""
    assert_count(
        student.inception_cost(6, 9, 10, 4, 5, 8, 3, 2, 7),
        (37800, 21),
        parts=("multiplications", "output_channels"),
    )
