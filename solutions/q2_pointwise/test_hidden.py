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


# Shapes of image and weights, their types and layouts in memory: with these, checks have asked for every two
# traits of a call. `autograder verify` says so.
LAYERS = [
    ((2, 1, 2, 2), (1, 1), "u1 i8", "SF"),
    ((2, 2, 1, 3), (3, 2), "f4 i8", "FF"),
    ((1, 2, 3, 2), (3, 2), "u1 f8", "CN"),
    ((2, 1, 3, 2), (3, 1), "i8 f4", "FN"),
    ((1, 3, 2, 2), (1, 3), "i8 f8", "NN"),
    ((1, 1, 3, 2), (1, 1), "f4 f4", "FN"),
]
BOTTLENECKS = [  # with the number of channels that go out
    ((2, 1, 2, 2), (2, 1), 1, "f4 f8", "FS"),
    ((1, 2, 3, 2), (1, 2), 1, "i8 i8", "SN"),
    ((1, 1, 3, 2), (2, 1), 3, "u1 f4", "CN"),
    ((2, 2, 2, 2), (1, 2), 1, "u1 i8", "FF"),
    ((1, 2, 1, 3), (1, 2), 3, "f4 f4", "NF"),
    ((2, 1, 2, 2), (2, 1), 1, "f8 f4", "SN"),
    ((2, 1, 2, 2), (3, 1), 1, "i8 i8", "CS"),
    ((1, 1, 2, 2), (2, 1), 1, "f4 f8", "CC"),
]

# Layers from small to more than 2**63 multiplications.
LARGE_LAYERS = [
    (7, 7, 3, 2, 1),
    (4, 4, 3, 2, 3),
    (3, 3, 99_991, 100_003, 1),
    (5, 3, 99_991, 100_003, 2),
    (5, 3, 99_999_989, 199_999_991, 1),
    (3, 3, 9_999_999_967, 999_999_937, 1),
    (3, 5, 1_999_999_973, 999_999_937, 4),
]
LARGE_REDUCTIONS = [
    (3, 3, 6, 5, 4, 1),
    (5, 3, 4, 6, 3, 1),
    (5, 3, 9, 3, 2, 2),
    (3, 3, 30_002, 15_001, 7, 1),
    (3, 5, 20_011, 40_009, 5, 2),
    (2, 3, 20_000_000_014, 10_000_000_007, 3, 1),
    (1, 3, 99_999_989, 60_000_001, 19, 3),
    (3, 1, 99_999_989, 60_000_001, 19, 3),
    (3, 3, 49_999_991, 150_000_001, 3, 4),
    (5, 3, 900_000_022, 300_000_007, 199_999_991, 5),
    (3, 3, 500_000_003, 2_000_000_011, 99_999_989, 4),
    (2, 2, 2_000_000_010, 400_000_002, 99_999_989, 1),
    (5, 5, 20_000_003, 80_000_001, 7, 2),
]


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
    """conv1x1 works for any numbers of images, channels, rows and columns, and for any kind of arrays."""
    for n, c_in, c_out, height, width in [
        (2, 5, 6, 3, 4),
        (3, 7, 2, 5, 4),
        (2, 4, 4, 2, 3),
        (1, 11, 1, 3, 2),
    ]:
        x = rng.integers(-9, 10, size=(n, c_in, height, width)).astype(float)
        w = rng.integers(-9, 10, size=(c_out, c_in)).astype(float)

        assert_array(student.conv1x1(x, w), np.einsum("gf,nfhw->nghw", w, x))

    for x_shape, w_shape, kinds, layouts in LAYERS:
        x, w = _arrays(rng, (x_shape, w_shape), kinds, layouts)
        assert_array(student.conv1x1(x, w), np.einsum("gf,nfhw->nghw", w.astype(float), x.astype(float)))


def _arrays(rng, shapes, kinds, layouts):
    """Return an image and weights of these types, laid out by rows (C), columns (F), with gaps (S) or with
    negative steps (N)."""
    arrays = []
    for shape, kind, layout in zip(shapes, kinds.split(), layouts, strict=True):
        numbers = rng.integers(1, 98, shape)
        if kind == "u1":
            array = (numbers + 100).astype(np.uint8)
        else:
            array = numbers - 49 if kind == "i8" else (numbers % 31 / 16 - 1).astype(kind)
        if layout == "S":
            arrays.append(np.repeat(array, 2, axis=-1)[..., ::2])
        else:
            arrays.append(np.flip(np.flip(array).copy()) if layout == "N" else np.array(array, order=layout))
    return arrays


@points(1, rung="conv1x1")
def test_any_kind_of_numbers_and_views(student):
    """conv1x1 takes integers, fractions, float32 and views into larger arrays."""
    x, w = np.array([1, 3]).reshape(1, 2, 1, 1), np.array([[0.5, 0.25], [0.25, 0.123456]])
    assert_array(student.conv1x1(x, w), [[[[1.25]], [[0.620368]]]])
    assert_array(student.conv1x1(x.astype(np.float32), w.astype(np.float32)), [[[[1.25]], [[0.620368]]]])
    assert_array(student.conv1x1(x, np.array([[2, 1], [1, 0]])), [[[[5]], [[1]]]])
    assert_array(student.conv1x1(x / 4, np.array([[2, 1], [1, 0]])), [[[[1.25]], [[0.25]]]])

    pixels = np.array([200, 250], dtype=np.uint8).reshape(1, 2, 1, 1)
    assert_array(student.conv1x1(pixels, np.array([[3, 2]])), [[[[1100]]]])
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
    halves = np.array([[0.5], [1.5]], dtype=np.float32).reshape(2, 1, 1, 1)
    middle = np.array([[1, 9, 2]])[:, ::2].T
    assert_array(student.bottleneck(halves, middle, np.array([[1.0, 1.0]])), [[[[1.5]]], [[[4.5]]]])
    for kind in (np.uint8, np.int64):
        pixels = np.array([[[[200, 9, 100]], [[250, 9, 50]]]]).astype(kind)[..., ::2]
        assert_array(student.bottleneck(pixels, np.array([[3, 2]]), np.eye(1)), [[[[1100, 400]]]])
    same = student.bottleneck(x, np.eye(2), np.array([[1.0, 2.0], [2.0, 1.0]]))
    assert_array(same, [[[[6.0]], [[3.0]]]])
    assert_arguments_unchanged(same)


@points(0.5, rung="bottleneck")
def test_bottleneck_of_any_shape(student, rng):
    """bottleneck works for any batch, any kind of arrays, and any numbers of channels,
    reducing them in the middle or not."""
    for n, c_in, c_mid, c_out, height, width, kind in [(2, 6, 3, 5, 4, 7, float), (3, 2, 6, 4, 5, 1, int)]:
        x = rng.integers(-9, 10, size=(n, c_in, height, width)).astype(kind)
        w1 = rng.integers(-4, 5, size=(c_mid, c_in)) / 4
        w2 = rng.integers(-4, 5, size=(c_out, c_mid)).astype(float)
        hidden = relu(np.einsum("mf,nfhw->nmhw", w1, x))

        assert_array(student.bottleneck(x, w1, w2), relu(np.einsum("gm,nmhw->nghw", w2, hidden)))

    for x_shape, w_shape, c_out, kinds, layouts in BOTTLENECKS:
        x, w1 = _arrays(rng, (x_shape, w_shape), kinds, layouts)
        w1[0, 0], w1[-1, -1] = -1 - abs(w1[0, 0]), 1 + abs(w1[-1, -1])  # in every draw, of both signs
        w2 = rng.integers(-4, 5, size=(c_out, len(w1))) / 4 + 0.125
        w2[0] = abs(w2[0])
        hidden = relu(np.einsum("mf,nfhw->nmhw", w1.astype(float), x.astype(float)))
        assert_array(student.bottleneck(x, w1, w2), relu(np.einsum("gm,nmhw->nghw", w2, hidden)))


@points(1.5, rung="costs")
def test_cost_of_any_layer(student, rng):
    """direct_cost is right for any kernel size, tall and wide images, few and many channels."""
    assert_count(student.direct_cost(20, 9, 5, 3, 7), 132_300)
    assert_count(student.direct_cost(3, 8, 6, 7, 1), 1_008)

    h, w, c_in, c_out = primes(rng, 11, 13, 17, 19)
    for columns, times, k in (
        (w, 1, 5),
        (h, 1, 4),
        (w, 10**6 + 3, 1),
        (h, 10**11 + 3, 3),
        (w, 10**15 + 1, 5),
    ):
        cost = h * columns * c_in * times * c_out * k * k
        assert_count(student.direct_cost(h, columns, c_in * times, c_out, k), cost)


@points(0.5, rung="costs")
def test_cost_of_a_large_layer(student):
    """direct_cost is exact for layers that take billions of multiplications, and more than any array
    holds."""
    assert_count(student.direct_cost(9, 11, 1999, 1001, 5), 4_952_472_525)
    assert_count(student.direct_cost(3, 5, 39_999_993, 999_983, 7), 29_399_495_055_087_465)
    assert_count(student.direct_cost(5, 3, 199_999_991, 99_999_989, 9), 24_299_996_233_500_120_285)
    assert_count(student.direct_cost(3, 3, 99_999_989, 19_999_999, 4), 287_999_953_920_001_584)
    for h, w, c_in, c_out, k in LARGE_LAYERS:
        assert_count(student.direct_cost(h, w, c_in, c_out, k), h * w * c_in * c_out * k * k)


@points(1, rung="costs")
def test_cost_of_any_reduction(student, rng):
    """bottleneck_cost is right for any kernel size, tall and wide images, few and many channels."""
    assert_count(student.bottleneck_cost(14, 8, 20, 3, 11, 5), 99_120)
    assert_count(student.bottleneck_cost(2, 3, 4, 2, 5, 1), 108)

    h, w, c_in, c_out = primes(rng, 11, 13, 17, 19)
    c_mid, *_ = primes(rng, 3, 5, 7)
    cases = [(w, c_in, c_mid, 3), (h, c_in, c_mid, 2), (w, c_in, c_in * (10**6 + 3), 1)]
    cases += [(w, c_mid * (10**13 + 37), c_mid, 1), (h, c_in * (10**11 + 3), c_mid * (10**10 + 19), 4)]
    for columns, first, middle, k in cases:
        cost = h * columns * middle * (first + k * k * c_out)
        assert_count(student.bottleneck_cost(h, columns, first, middle, c_out, k), cost)


@points(0.5, rung="costs")
def test_cost_of_a_reduction_that_is_none(student):
    """bottleneck_cost counts what it is asked for,
    also when the layer in the middle has more channels than the input."""
    assert_count(student.bottleneck_cost(5, 7, 2, 6, 3, 3), 6_090)
    assert_count(student.bottleneck_cost(2, 2, 3, 4, 4, 3), 624)


@points(0.5, rung="costs")
def test_cost_of_a_large_reduction(student):
    """bottleneck_cost is exact for layers that take billions of multiplications, and more than any array
    holds."""
    assert_count(student.bottleneck_cost(31, 27, 1999, 301, 333, 7), 4_614_478_092)
    for h, w, c_in, c_mid, c_out, k in LARGE_REDUCTIONS:
        assert_count(
            student.bottleneck_cost(h, w, c_in, c_mid, c_out, k), h * w * c_mid * (c_in + k * k * c_out)
        )


@points(1, rung="inception")
def test_cost_of_a_realistic_inception_module(student):
    """inception_cost is right for a module of realistic size on an image that is no square."""
    parts = ("multiplications", "output_channels")
    assert_count(
        student.inception_cost(14, 11, 480, 192, 96, 208, 16, 48, 64), (57_835_008, 512), parts=parts
    )
    # Both reductions are of one size, and two branches cost the same.
    assert_count(student.inception_cost(3, 2, 4, 5, 2, 3, 2, 7, 5), (2_760, 20), parts=parts)
    assert_count(
        student.inception_cost(3, 5, 99_989, 9_973, 7, 11, 5, 13, 17), (15_001_384_440, 10_014), parts=parts
    )
    assert_count(
        student.inception_cost(3, 5, 99_999_989, 99_999_991, 7, 11, 5, 13, 17),
        (150_000_013_500_031_470, 100_000_032),
        parts=parts,
    )
    assert_count(
        student.inception_cost(3, 5, 9_999_999_937, 7, 11, 13, 99_999_989, 199_999_991, 17),
        (22_500_002_343_000_033_750, 200_000_028),
        parts=parts,
    )


@points(1, rung="inception")
def test_cost_of_any_inception_module(student, rng):
    """inception_cost is right for any numbers of channels in its branches."""
    c_in, *_ = primes(rng, 37, 41, 43)  # more than in any branch, as it is usual
    h, w, c1, c3, c5, pp = primes(rng, 11, 13, 17, 19, 23, 29)
    r3, r5, _ = primes(rng, 3, 5, 7)
    parts = ("multiplications", "output_channels")
    for channels in (c_in, c_in * (10**4 + 7), c_in * (10**12 + 39), c_in * (10**16 + 61)):
        per_pixel = channels * (c1 + r3 + r5 + pp) + 9 * r3 * c3 + 25 * r5 * c5
        assert_count(
            student.inception_cost(h, w, channels, c1, r3, c3, r5, c5, pp),
            (h * w * per_pixel, c1 + c3 + c5 + pp),
            parts=parts,
        )
