"""The checks of q4_kernel_gradient that only the grader has."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad

from autograder.checks import assert_arguments_unchanged, assert_array, assert_equal, code, points

AXES = {4: (None, "channel", "row", "column")}
AXES_FA = {4: (None, "کانال", "سطر", "ستون")}

# Shapes of image and kernel, types and layouts in memory of image and upstream gradient, stride, padding:
# with these, checks have asked for every two traits of a call. `autograder verify` says so.
TOGETHER = [
    ((2, 2, 5, 3), (2, 2, 3, 2), "u1 f4", "NS", 3, 2),
    ((2, 2, 2, 5), (2, 2, 2, 3), "i8 i8", "NF", 2, 1),
    ((2, 1, 3, 2), (2, 1, 2, 2), "f8 i8", "SC", 3, 2),
    ((1, 2, 3, 2), (2, 2, 1, 2), "f4 f4", "CN", 2, 2),
    ((2, 4), (2, 1), "i8 f8", "FN", 3, 2),
    ((2, 1, 2, 3), (1, 1, 1, 2), "u1 f8", "CC", 2, 1),
    ((2, 2, 5, 4), (2, 2, 3, 2), "u1 f8", "NC", 2, 0),
    ((2, 2, 4, 5), (1, 2, 2, 2), "f8 i8", "CS", 3, 0),
    ((2, 2, 3, 3), (2, 2, 3, 2), "f8 i8", "FC", 1, 1),
    ((1, 2, 3, 4), (2, 2, 2, 3), "i8 f8", "CS", 1, 2),
    ((2, 1, 3, 3), (1, 1, 2, 2), "u1 i8", "CC", 1, 1),
    ((2, 2, 4, 4), (2, 2, 3, 2), "i8 i8", "CF", 2, 0),
]


@points(1, rung="by hand")
def test_coefficients_of_f11(student):
    """coefficients[0][0] holds the pixels which F11 multiplies in O11, O12, O21 and O22."""
    assert_array(student.coefficients[0][0], [[2, 3], [3, 1]])


@points(1, rung="by hand")
def test_coefficients_of_f12(student):
    """coefficients[0][1] holds the pixels which F12 multiplies in O11, O12, O21 and O22."""
    assert_array(student.coefficients[0][1], [[3, 4], [1, 5]])


@points(1, rung="by hand")
def test_coefficients_of_f21(student):
    """coefficients[1][0] holds the pixels which F21 multiplies in O11, O12, O21 and O22."""
    assert_array(student.coefficients[1][0], [[3, 1], [4, -1]])


@points(1, rung="by hand")
def test_coefficients_of_f22(student):
    """coefficients[1][1] holds the pixels which F22 multiplies in O11, O12, O21 and O22."""
    assert_array(student.coefficients[1][1], [[1, 5], [-1, -2]])


@points(1, rung="one-hot")
def test_another_output_hands_on_another_window(student):
    """Whichever output the loss depends on, the gradient is that output's own window."""
    image = np.array([[3.0, -1.0, 4.0], [1.0, -5.0, 9.0], [2.0, 6.0, -7.0]])

    assert_array(
        student.conv2d_kernel_grad(image, np.array([[0.0, 0.0], [1.0, 0.0]]), (2, 2)),
        [[1.0, -5.0], [2.0, 6.0]],
    )
    assert_array(
        student.conv2d_kernel_grad(image, np.array([[0.0, 0.0], [0.0, 1.0]]), (2, 2)),
        [[-5.0, 9.0], [6.0, -7.0]],
    )


@points(1.5, rung="one-hot")
def test_window_is_as_wide_as_the_kernel(student):
    """The window that a single output hands on has the kernel's height and width, square or not."""
    image = np.array([[1.0, 2.0, 3.0, 4.0, 5.0], [6.0, 7.0, 8.0, 9.0, 0.0], [-1.0, -2.0, -3.0, -4.0, -5.0]])
    upstream = np.array([[0.0, 0.0, 0.0], [0.0, 1.0, 0.0]])

    assert_array(student.conv2d_kernel_grad(image, upstream, (2, 3)), [[7.0, 8.0, 9.0], [-2.0, -3.0, -4.0]])
    assert_array(
        student.conv2d_kernel_grad(image.T.copy(), upstream.T.copy(), (3, 2)),
        [[7.0, -2.0], [8.0, -3.0], [9.0, -4.0]],
    )


@points(1, rung="general")
def test_height_and_width_may_differ(student):
    """The gradient is right for images, kernels and outputs that are not square."""
    image = np.array(
        [[3, -1, 4, 1], [-5, 9, 2, -6], [5, 3, -5, 8], [9, 7, -9, 3], [2, -3, 8, 4]], dtype=float
    )
    upstream = np.array([[1, -2], [3, 0], [-1, 4], [2, 5]], dtype=float)

    assert_array(student.conv2d_kernel_grad(image, upstream, (2, 3)), [[50.0, -36.0, 42.0], [0.0, 5.0, 56.0]])


@points(0.5, rung="general")
def test_kernel_may_be_as_large_as_the_image(student):
    """A kernel as large as the image has one output, and its gradient is in proportion to the image."""
    image = np.array([[20001.0, -3.0, 1.0], [4.0, 0.0, -5.0]])

    assert_array(
        student.conv2d_kernel_grad(image, np.array([[-3.0]]), (2, 3)),
        [[-60003.0, 9.0, -3.0], [-12.0, 0.0, 15.0]],
    )


@points(0.5, rung="general")
def test_kernel_may_be_a_single_weight(student):
    """A kernel of one weight meets every pixel, and its gradient is one number."""
    image = np.array([[2.0, -3.0, 1.0], [4.0, 0.0, -5.0]])
    upstream = np.array([[1.0, 2.0, -1.0], [3.0, 7.0, 2.0]])

    assert_array(student.conv2d_kernel_grad(image, upstream, (1, 1)), [[-3.0]])
    balanced = np.array([[1.0, -1.0, 2.0], [-2.0, 3.0, -3.0]])  # its sum is 0, the gradient is not
    assert_array(student.conv2d_kernel_grad(image, balanced, (1, 1)), [[14.0]])


@points(1, rung="general")
def test_gradient_of_an_integer_image_may_be_fractional(student):
    """Integer pixels don't make the gradient an integer, nor do integers in the upstream gradient."""
    image = np.array([[1, 2, 3], [5, 7, 12]])
    upstream = np.array([[0.5, -0.25, 0.0], [0.5, 0.0, 0.012345]])

    assert_array(student.conv2d_kernel_grad(image, upstream, (1, 1)), [[2.64814]])
    assert_array(student.conv2d_kernel_grad(upstream, image, (1, 1)), [[2.64814]])
    one, other = upstream[np.newaxis, np.newaxis], image[np.newaxis, np.newaxis]
    assert_array(student.conv2d_kernel_grad(one, other, (1, 1, 1, 1)), [[[[2.64814]]]])
    assert_array(student.conv2d_kernel_grad(other, one, (1, 1, 1, 1)), [[[[2.64814]]]])
    pixels = (image * 20).astype(np.uint8)
    assert_array(student.conv2d_kernel_grad(pixels, image * 10, (1, 1)), [[46400]])


@points(0.5, rung="general")
def test_calls_do_not_remember_each_other(student):
    """The same call gives the same gradient again, whatever was asked in between."""
    image, upstream = np.array([[1.0, 2.0, 3.0]]), np.array([[1.0, 10.0, 100.0]])

    assert_array(student.conv2d_kernel_grad(image, upstream, (1, 1)), [[321.0]])
    assert_array(student.conv2d_kernel_grad(-image, upstream, (1, 1)), [[-321.0]])
    assert_array(student.conv2d_kernel_grad(image, upstream, (1, 1)), [[321.0]])
    first, second = (student.conv2d_kernel_grad(one, upstream, (1, 1)) for one in (image, -image))
    assert_equal(code("np.shares_memory")(first, second), False)


@points(0.5, rung="general")
def test_memory_layout_does_not_matter(student):
    """float32 arrays and arrays that are views of larger ones give the same gradient."""
    image = np.array([[1.0, 9.0, 2.0, 9.0], [3.0, 9.0, 4.0, 9.0]], dtype=np.float32)
    upstream = np.array([[1.0, 10.0], [7.0, 7.0], [100.0, 1000.0]], dtype=np.float32)

    assert_array(student.conv2d_kernel_grad(image[:, ::2], upstream[::2], (1, 1)), [[4321.0]])


@points(0.5, rung="general")
def test_other_sizes_and_numbers(student, rng):
    """The gradient is right for all sizes and numbers, not only for those of the examples."""
    for (h, w), (kh, kw) in [((6, 5), (3, 2)), ((4, 7), (1, 4)), ((7, 4), (5, 4)), ((1, 260), (1, 3))]:
        x = rng.integers(-9, 10, (h, w)).astype(float)
        grad_out = 10.0 * _unbalanced(rng, h - kh + 1, w - kw + 1)
        assert_array(
            student.conv2d_kernel_grad(x, grad_out, (kh, kw)), conv2d_kernel_grad(x, grad_out, (kh, kw))
        )


@points(1, rung="channels")
def test_one_output_of_one_image_reaches_one_filter(student):
    """When the loss depends on one output of one image, its filter gets that image's window in all channels,
    other filters get 0."""
    images = np.arange(1.0, 49.0).reshape(2, 3, 2, 4)
    upstream = np.zeros((2, 4, 1, 3))
    upstream[1, 2, 0, 1] = 1.0

    want = np.zeros((4, 3, 2, 2))
    want[2] = [[[26.0, 27.0], [30.0, 31.0]], [[34.0, 35.0], [38.0, 39.0]], [[42.0, 43.0], [46.0, 47.0]]]
    assert_array(student.conv2d_kernel_grad(images, upstream, (4, 3, 2, 2)), want)


@points(1, rung="channels")
def test_images_channels_and_filters_together(student):
    """Several images, channels and filters at once:
    each keeps to its own, and the arrays that were passed stay as they are."""
    images = (np.arange(24.0) * 5 % 7 - 3).reshape(2, 2, 2, 3)
    upstream = (np.arange(12.0) * 3 % 5 - 2).reshape(2, 3, 1, 2)

    want = [
        [[[10.0, -2.0], [9.0, -3.0]], [[1.0, 10.0], [-7.0, 9.0]]],
        [[[9.0, -4.0], [12.0, -1.0]], [[1.0, 9.0], [-10.0, 12.0]]],
        [[[-7.0, -1.0], [-10.0, -4.0]], [[1.0, -7.0], [12.0, -10.0]]],
    ]
    answer = student.conv2d_kernel_grad(images, upstream, (3, 2, 2, 2))
    assert_array(answer, want)
    assert_arguments_unchanged(answer)


@points(0.5, rung="channels")
def test_other_numbers_of_images_channels_and_filters(student, rng):
    """Any number of images, channels and filters will do."""
    for n, c, f in [(3, 2, 4), (4, 3, 1), (1, 4, 2), (11, 3, 3)]:
        x = rng.integers(-9, 10, (n, c, 4, 3)).astype(float)
        grad_out = _unbalanced(rng, n, f, 3, 1)
        assert_array(
            student.conv2d_kernel_grad(x, grad_out, (f, c, 2, 3)),
            conv2d_kernel_grad(x, grad_out, (f, c, 2, 3)),
        )


@points(1.5, rung="padding")
def test_wide_padding(student):
    """Padding may be wider than one pixel."""
    image = np.array([[1.0, -2.0, 3.0], [4.0, 5.0, -6.0]])
    upstream = np.array([[1, 0, 2, -1, 3], [0, -2, 1, 4, 1], [2, 1, -3, 0, 5], [-1, 3, 1, 2, 0]], dtype=float)

    want = [[26.0, 12.0, -4.0], [-46.0, -3.0, 38.0], [31.0, -34.0, -9.0]]
    assert_array(student.conv2d_kernel_grad(image, upstream, (3, 3), padding=2), want)
    pixels, many = np.arange(1.0, 7.0).reshape(2, 3), np.arange(42.0).reshape(6, 7)
    assert_array(student.conv2d_kernel_grad(pixels, many, (1, 1), padding=2), [[466.0]])


@points(0.5, rung="padding")
def test_padding_surrounds_rows_and_columns(student):
    """Padding is around the rows and columns of each image; no images or channels are added."""
    images = np.array([[[[2.0, -1.0]]]])
    upstream = np.array([[[[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 8.0, 9.0], [-1.0, -2.0, -3.0, -5.0]]]])

    assert_array(student.conv2d_kernel_grad(images, upstream, (1, 1, 1, 1), padding=1), [[[[4.0]]]])


@points(1, rung="stride")
def test_stride_with_leftover_rows_and_columns(student):
    """The stride holds for rows and for columns, and leftover pixels on both sides don't count."""
    image = (np.arange(40.0) * 7 % 13 - 6).reshape(8, 5)
    upstream = np.array([[1.0, -2.0], [3.0, 1.0], [-1.0, 2.0]])

    assert_array(
        student.conv2d_kernel_grad(image, upstream, (3, 2), stride=2),
        [[7.0, 9.0], [-22.0, 6.0], [14.0, 16.0]],
    )
    row, two = np.arange(5.0).reshape(1, 5), np.array([[1.0, 10.0]])
    answer = student.conv2d_kernel_grad(row, two, (1, 2), stride=2)
    assert_array(answer, [[20.0, 31.0]])
    assert_arguments_unchanged(answer)
    assert_array(student.conv2d_kernel_grad(row, two, (1, 3), stride=2), [[20.0, 31.0, 42.0]])
    square = np.arange(1.0, 10.0).reshape(3, 3)
    assert_array(
        student.conv2d_kernel_grad(square, np.array([[2.0]]), (2, 2), stride=2), [[2.0, 4.0], [8.0, 10.0]]
    )


@points(0.5, rung="stride")
def test_stride_may_be_larger_than_the_kernel(student):
    """Windows may lie so far apart that pixels between them are never touched."""
    image = (np.arange(35.0) * 5 % 11 - 4).reshape(5, 7)
    upstream = np.array([[2.0, -1.0], [1.0, 3.0]])

    assert_array(student.conv2d_kernel_grad(image, upstream, (1, 2), stride=3), [[12.0, -7.0]])
    six = np.arange(1.0, 7.0).reshape(2, 3)
    assert_array(student.conv2d_kernel_grad(six, six, (1, 1), stride=2, padding=1), [[25.0]])


@points(0.25, rung="stride")
def test_all_kinds_of_arrays_together(student, rng):
    """Bytes, integers, float32 and views go together with stride, padding, channels and batches."""
    for x_shape, kernel, kinds, layouts, stride, padding in TOGETHER:
        sizes = [(x_shape[i] + 2 * padding - kernel[i]) // stride + 1 for i in (-2, -1)]
        out_shape = (x_shape[0], kernel[0], *sizes) if len(x_shape) == 4 else sizes
        x, grad_out = (
            _laid_out(_of_kind(rng.integers(1, 98, shape), kind), layout)
            for shape, kind, layout in zip((x_shape, out_shape), kinds.split(), layouts, strict=True)
        )
        assert_array(
            student.conv2d_kernel_grad(x, grad_out, kernel, stride=stride, padding=padding),
            conv2d_kernel_grad(x, grad_out, kernel, stride, padding),
        )


def _unbalanced(rng, *shape):
    """Return random numbers that do not add up to zero: nothing may look right by luck."""
    numbers = rng.integers(-9, 10, shape).astype(float)
    return numbers if numbers.sum() else numbers + 1


def _of_kind(numbers, kind):
    """Return numbers: bytes of which two make an overflow, integers, fractions that float32 adds exactly."""
    if kind == "u1":
        return (numbers + 100).astype(np.uint8)
    return numbers - 49 if kind == "i8" else (numbers % 31 / 16 - 1).astype(kind)


def _laid_out(array, layout):
    """Return an array as it is (C), by columns (F), with gaps (S) or with negative steps (N)."""
    if layout == "S":
        return np.repeat(array, 2, axis=-1)[..., ::2]
    return np.flip(np.flip(array).copy()) if layout == "N" else np.array(array, order=layout)


@points(0.25, rung="stride")
def test_stride_padding_channels_and_batch_together(student):
    """Stride, padding, channels and batch work together."""
    images = (np.arange(48.0) * 5 % 11 - 5).reshape(2, 2, 3, 4)
    upstream = (np.arange(24.0) * 7 % 5 - 2).reshape(2, 3, 2, 2)

    want = [
        [[[8.0, 4.0, 4.0], [15.0, 20.0, -18.0]], [[-7.0, 4.0, 4.0], [-5.0, -18.0, -1.0]]],
        [[[-7.0, 5.0, -7.0], [-15.0, -6.0, -2.0]], [[8.0, -7.0, 3.0], [0.0, -2.0, 2.0]]],
        [[[3.0, -4.0, 2.0], [5.0, -2.0, -6.0]], [[-2.0, 2.0, -3.0], [5.0, -6.0, -10.0]]],
    ]
    assert_array(student.conv2d_kernel_grad(images, upstream, (3, 2, 2, 3), stride=2, padding=1), want)
    row, three = np.arange(1.0, 8.0).reshape(1, 7), np.array([[1.0, 2.0, 3.0]])
    rows = [[0.0, 0.0, 0.0], [24.0, 30.0, 12.0], [0.0, 0.0, 0.0]]
    assert_array(student.conv2d_kernel_grad(row, three, (3, 3), stride=3, padding=1), rows)
