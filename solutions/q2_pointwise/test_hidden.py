"""The checks of q2_pointwise that only the grader has."""

import numpy as np

from autograder.checks import assert_arguments_unchanged, assert_array, assert_count, points

AXES = {4: (None, "channel", "row", "column")}
AXES_FA = {4: (None, "کانال", "سطر", "ستون")}


def relu(x):
    return np.where(x > 0, x, 0)


def primes(rng, *numbers):
    """Return the primes in random order: a product of them tells each factor."""
    return [int(number) for number in rng.permutation(numbers)]


@points(1, rung="conv1x1")
def test_negative_results_stay_negative(student):
    """conv1x1 is linear: a negative weighted sum stays negative."""
    x = np.array([1.0, 3.0]).reshape(1, 2, 1, 1)
    w = np.array([[1.0, -2.0], [-2.0, 1.0]])

    assert_array(student.conv1x1(x, w), [[[[-5.0]], [[1.0]]]])


@points(1, rung="conv1x1")
def test_every_image_of_a_batch(student):
    """conv1x1 treats every image of a batch like the first and keeps them apart."""
    x = np.array([[1.0, 2.0], [3.0, 4.0], [6.0, 5.0]]).reshape(3, 2, 1, 1)
    w = np.array([[1.0, 10.0], [10.0, 1.0]])

    assert_array(student.conv1x1(x, w), np.reshape([[21.0, 12.0], [43.0, 34.0], [56.0, 65.0]], (3, 2, 1, 1)))


@points(1.5, rung="conv1x1")
def test_any_shape(student, rng):
    """conv1x1 works for any numbers of images, channels, rows and columns."""
    for n, c_in, c_out, height, width in [
        (2, 5, 6, 3, 4),
        (3, 7, 2, 5, 4),
        (2, 4, 4, 2, 3),
        (1, 11, 1, 3, 2),
    ]:
        x = rng.integers(-9, 10, size=(n, c_in, height, width)).astype(float)
        w = rng.integers(-9, 10, size=(c_out, c_in)).astype(float)

        assert_array(student.conv1x1(x, w), np.einsum("gf,nfhw->nghw", w, x))


@points(1, rung="conv1x1")
def test_any_kind_of_numbers_and_views(student):
    """conv1x1 takes integers, fractions, float32 and views into larger arrays."""
    x, w = np.array([1, 3]).reshape(1, 2, 1, 1), np.array([[0.5, 0.25], [0.25, 0.123456]])
    assert_array(student.conv1x1(x, w), [[[[1.25]], [[0.620368]]]])
    assert_array(student.conv1x1(x.astype(np.float32), w.astype(np.float32)), [[[[1.25]], [[0.620368]]]])
    assert_array(student.conv1x1(x, np.array([[2, 1], [1, 0]])), [[[[5]], [[1]]]])
    assert_array(student.conv1x1(x / 4, np.array([[2, 1], [1, 0]])), [[[[1.25]], [[0.25]]]])

    large = np.arange(24.0).reshape(1, 4, 1, 6)  # every other channel, every third column: 0 3 | 12 15
    wide = np.array([[1.0, 7.0, 2.0], [7.0, 7.0, 7.0], [2.0, 7.0, 1.0]])
    assert_array(student.conv1x1(large[:, ::2, :, ::3], wide[::2, ::2]), [[[[24.0, 33.0]], [[12.0, 21.0]]]])


@points(0.5, rung="conv1x1")
def test_images_and_weights_are_left_alone(student):
    """conv1x1 leaves its arguments as they were and gives the same answer on a second call."""
    x, w = np.array([[[[1.0, 2.0]], [[3.0, 4.0]]]]), np.array([[1.0, 1.0], [1.0, 2.0]])
    want = [[[[4.0, 6.0]], [[7.0, 10.0]]]]

    first = student.conv1x1(x, w)
    assert_array(first, want)
    assert_arguments_unchanged(first)
    assert_array(student.conv1x1(x, w), want)


@points(1, rung="bottleneck")
def test_relu_stands_at_the_end(student):
    """bottleneck sets what is negative after the second convolution to zero."""
    x = np.array([3.0, -2.0]).reshape(1, 2, 1, 1)
    w1 = np.array([[1.0, 2.0], [2.0, 1.0]])
    w2 = np.array([[5.0, 2.0], [2.0, -2.0]])

    assert_array(student.bottleneck(x, w1, w2), [[[[8.0]], [[0.0]]]])


@points(0.5, rung="bottleneck")
def test_bottleneck_leaves_its_arguments_alone(student):
    """bottleneck leaves the image and both matrices of weights as they were."""
    x = np.array([-2.0, 3.0]).reshape(1, 2, 1, 1)
    w1 = np.array([[-1.0, 1.0], [1.0, 1.0]])
    w2 = np.array([[1.0, 2.0], [2.0, -1.0]])

    answer = student.bottleneck(x, w1, w2)
    assert_array(answer, [[[[7.0]], [[9.0]]]])
    assert_arguments_unchanged(answer)
    same = student.bottleneck(x, np.eye(2), np.array([[1.0, 2.0], [2.0, 1.0]]))
    assert_array(same, [[[[6.0]], [[3.0]]]])
    assert_arguments_unchanged(same)


@points(0.5, rung="bottleneck")
def test_bottleneck_of_any_shape(student, rng):
    """bottleneck works for any batch, whole numbers or not, and any numbers of channels,
    reducing them in the middle or not."""
    for n, c_in, c_mid, c_out, height, width, kind in [(2, 6, 3, 5, 4, 7, float), (3, 2, 6, 4, 5, 1, int)]:
        x = rng.integers(-9, 10, size=(n, c_in, height, width)).astype(kind)
        w1 = rng.integers(-4, 5, size=(c_mid, c_in)) / 4
        w2 = rng.integers(-4, 5, size=(c_out, c_mid)).astype(float)
        hidden = relu(np.einsum("mf,nfhw->nmhw", w1, x))

        assert_array(student.bottleneck(x, w1, w2), relu(np.einsum("gm,nmhw->nghw", w2, hidden)))


@points(1.5, rung="costs")
def test_cost_of_any_layer(student, rng):
    """direct_cost is right for any kernel size, tall and wide images, few and many channels."""
    assert_count(student.direct_cost(20, 9, 5, 3, 7), 132_300)
    assert_count(student.direct_cost(3, 8, 6, 7, 1), 1_008)

    h, w, c_in, c_out = primes(rng, 11, 13, 17, 19)
    assert_count(student.direct_cost(h, w, c_in, c_out, 5), h * w * c_in * c_out * 25)


@points(0.5, rung="costs")
def test_cost_of_a_large_layer(student):
    """direct_cost is exact for a layer that takes billions of multiplications."""
    assert_count(student.direct_cost(9, 11, 1999, 1001, 5), 4_952_472_525)


@points(1, rung="costs")
def test_cost_of_any_reduction(student, rng):
    """bottleneck_cost is right for any kernel size, tall and wide images, few and many channels."""
    assert_count(student.bottleneck_cost(14, 8, 20, 3, 11, 5), 99_120)
    assert_count(student.bottleneck_cost(2, 3, 4, 2, 5, 1), 108)

    h, w, c_in, c_out = primes(rng, 11, 13, 17, 19)
    c_mid, *_ = primes(rng, 3, 5, 7)
    assert_count(student.bottleneck_cost(h, w, c_in, c_mid, c_out, 3), h * w * c_mid * (c_in + 9 * c_out))


@points(0.5, rung="costs")
def test_cost_of_a_reduction_that_is_none(student):
    """bottleneck_cost counts what it is asked for,
    also when the layer in the middle has more channels than the input."""
    assert_count(student.bottleneck_cost(5, 7, 2, 6, 3, 3), 6_090)
    assert_count(student.bottleneck_cost(2, 2, 3, 4, 4, 3), 624)


@points(0.5, rung="costs")
def test_cost_of_a_large_reduction(student):
    """bottleneck_cost is exact for layers that take billions of multiplications."""
    assert_count(student.bottleneck_cost(31, 27, 1999, 301, 333, 7), 4_614_478_092)


@points(1, rung="inception")
def test_cost_of_a_realistic_inception_module(student):
    """inception_cost is right for a module of realistic size on an image that is no square."""
    parts = ("multiplications", "output_channels")
    assert_count(
        student.inception_cost(14, 11, 480, 192, 96, 208, 16, 48, 64), (57_835_008, 512), parts=parts
    )


@points(1, rung="inception")
def test_cost_of_any_inception_module(student, rng):
    """inception_cost is right for any numbers of channels in its branches."""
    c_in, *_ = primes(rng, 37, 41, 43)  # more than in any branch, as it is usual
    h, w, c1, c3, c5, pp = primes(rng, 11, 13, 17, 19, 23, 29)
    r3, r5, _ = primes(rng, 3, 5, 7)
    per_pixel = c_in * (c1 + r3 + r5 + pp) + 9 * r3 * c3 + 25 * r5 * c5

    parts = ("multiplications", "output_channels")
    assert_count(
        student.inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp),
        (h * w * per_pixel, c1 + c3 + c5 + pp),
        parts=parts,
    )
