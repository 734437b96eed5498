"""The checks of q1_convolution that only the grader has.

A kernel that is turned around costs points in "valid", and once more where everything comes together, in
"batch". The other steps use kernels that look the same when turned by half a turn, so that one misconception
is not charged on every step.
"""

import numpy as np
from q1_convolution import conv2d

from autograder.checks import (
    assert_arguments_unchanged,
    assert_array,
    assert_count,
    assert_equal,
    assert_size,
    code,
    points,
)

AXES = {4: (None, "channel", "row", "column")}
AXES_FA = {4: (None, "کانال", "سطر", "ستون")}


# Shape, type, layout in memory, padding: with these, checks have asked for every two traits of an image.
PADDED = [
    ((2, 1, 2, 2), "i8", "N", 0),
    ((2, 3), "u1", "S", 1),
    ((2, 2, 3, 3), "u1", "C", 0),
    ((2, 3), "i8", "C", 2),
    ((2, 2, 3, 3), "i8", "F", 1),
    ((2, 3), "u1", "S", 2),
]

# Shapes of image and kernel, their types and layouts in memory, stride, padding: with these, checks have
# asked for every two traits of a call. `autograder verify` says so.
TOGETHER = [
    ((3, 2, 7, 8), (4, 2, 3, 2), "u1 u1", "SN", 1, 1),
    ((3, 2, 7, 8), (2, 2, 3, 3), "f4 i8", "FN", 2, 0),
    ((3, 2, 7, 8), (4, 2, 3, 2), "i8 f4", "NN", 3, 2),
    ((3, 2, 7, 8), (2, 2, 3, 3), "u1 u1", "NC", 2, 1),
    ((2, 3, 4, 3), (1, 3, 3, 2), "u1 u1", "FS", 3, 2),
    ((2, 3, 3, 4), (2, 3, 2, 3), "f4 f4", "SF", 3, 1),
    ((2, 3, 4, 4), (2, 3, 3, 3), "i8 f4", "FS", 2, 1),
    ((1, 2, 5, 3), (2, 2, 2, 1), "f4 u1", "SS", 2, 2),
    ((1, 3, 4, 5), (2, 3, 2, 1), "f4 i8", "NN", 3, 0),
    ((2, 1, 5, 4), (1, 1, 3, 3), "i8 i8", "SF", 2, 2),
    ((1, 1, 3, 3), (1, 1, 1, 2), "f8 i8", "FF", 2, 1),
    ((4, 3), (2, 3), "f8 u1", "NS", 2, 0),
    ((2, 1, 5, 4), (1, 1, 3, 3), "i8 u1", "CN", 2, 2),
    ((2, 2, 5, 4), (3, 2, 3, 2), "f8 f8", "SF", 2, 1),
    ((2, 3, 3, 4), (2, 3, 2, 2), "f4 f8", "FC", 1, 1),
    ((1, 2, 3, 4), (1, 2, 2, 2), "i8 i8", "NC", 1, 2),
    ((2, 2, 5, 4), (2, 2, 2, 2), "i8 f8", "SC", 2, 0),
    ((2, 2, 5, 4), (2, 2, 3, 2), "u1 u1", "NC", 3, 0),
    ((1, 2, 3, 4), (2, 2, 1, 1), "f8 f8", "CC", 2, 0),
]


@points(2, rung="by hand")
def test_laplacian_response(student):
    """laplacian_response is right in all 25 cells."""
    edge, inner = [0, 20, -70, 20, 0], [0, 30, -60, 30, 0]

    assert_array(student.laplacian_response, [edge, inner, inner, inner, edge])


@points(1, rung="by hand")
def test_misprinted_cell(student):
    """misprinted_cell names the one cell of the printed table that is wrong, counting from 0,
    the row first."""
    assert_count(student.misprinted_cell, (0, 3), parts=("row", "column"))


@points(0.5, rung="output size")
def test_output_size_with_padding(student):
    """output_size counts the padding at both ends."""
    assert_size(student.output_size(5, 3, padding=1), 5)
    assert_size(student.output_size(4, 3, padding=2), 6)
    assert_size(student.output_size(3, 2, padding=2), 6)
    assert_size(student.output_size(1, 2, padding=1), 2)


@points(0.5, rung="output size")
def test_output_size_with_stride(student):
    """output_size takes steps of the stride, and counts the position before the first step."""
    assert_size(student.output_size(9, 3, stride=2), 4)
    assert_size(student.output_size(7, 1, stride=3), 3)
    assert_size(student.output_size(224, 4, stride=4), 56)


@points(0.5, rung="output size")
def test_output_size_rounds_down(student):
    """output_size counts whole steps only."""
    assert_size(student.output_size(6, 3, stride=2), 2)
    assert_size(student.output_size(10, 3, stride=4), 2)
    assert_size(student.output_size(9, 2, stride=3), 3)
    assert_size(student.output_size(5, 3, stride=7), 1)


@points(0.5, rung="output size")
def test_output_size_with_everything(student):
    """output_size is right with stride and padding together."""
    assert_size(student.output_size(224, 7, stride=2, padding=3), 112)
    assert_size(student.output_size(5, 2, stride=2, padding=1), 3)
    assert_size(student.output_size(6, 2, stride=3, padding=2), 3)
    assert_size(student.output_size(7, 3, stride=3, padding=1), 3)


@points(1, rung="zero padding")
def test_batch_is_padded_image_by_image(student):
    """zero_pad pads the rows and columns of a batch, whatever its memory layout is."""
    x = (
        np.arange(1.0, 37.0).reshape(2, 2, 3, 3).transpose(0, 3, 1, 2)[:, :, :, :2]
    )  # channels were last; (2, 3, 2, 2)
    want = np.zeros((2, 3, 6, 6))
    want[:, :, 2:4, 2:4] = x

    assert_array(student.zero_pad(x, padding=2), want)


@points(1, rung="zero padding")
def test_image_is_untouched_inside_the_zeros(student):
    """zero_pad puts the image in the middle with all its signs and fractions."""
    image = np.array([[0.5, -2.25], [300.0, 0.75], [-1.0, 0.1234567]])
    want = [[0, 0, 0, 0], [0, 0.5, -2.25, 0], [0, 300, 0.75, 0], [0, -1, 0.1234567, 0], [0, 0, 0, 0]]

    assert_array(student.zero_pad(image, padding=1), want)


@points(0.5, rung="zero padding")
def test_any_width_of_padding(student):
    """zero_pad works for padding that is wider than the image, for none at all, for all kinds of arrays,
    and time and again."""
    image, other = np.array([[4.0], [5.0]]), np.array([[0.0], [7.0]])
    zeros = [[0] * 7] * 3
    wide = [*zeros, [0, 0, 0, 4, 0, 0, 0], [0, 0, 0, 5, 0, 0, 0], *zeros]

    assert_array(student.zero_pad(image, padding=3), wide)
    assert_array(student.zero_pad(other, padding=3), [*zeros, [0] * 7, [0, 0, 0, 7, 0, 0, 0], *zeros])
    assert_array(student.zero_pad(image, padding=3), wide)
    assert_array(student.zero_pad(image, padding=0), [[4], [5]])
    for shape, kind, layout, padding in PADDED:
        numbers = np.arange(120, 120 + np.prod(shape)).reshape(shape).astype(kind)
        x = _laid_out(numbers if kind == "u1" else numbers * 1001, layout)
        want = np.zeros((*shape[:-2], shape[-2] + 2 * padding, shape[-1] + 2 * padding))
        want[..., padding : padding + shape[-2], padding : padding + shape[-1]] = x
        assert_array(student.zero_pad(x, padding=padding), want)

    assert_array(student.zero_pad(np.full((3, 5), 7.0), padding=0), [[7] * 5] * 3)
    assert_array(student.zero_pad(np.full((1, 3), 2.0), padding=1), [[0] * 5, [0, 2, 2, 2, 0], [0] * 5])
    pixels, shared = code("np.arange(6.0).reshape(2, 3)"), code("np.shares_memory")
    same = student.zero_pad(pixels, padding=0)
    assert_equal(shared(pixels, same), False)
    assert_equal(shared(same, student.zero_pad(np.ones((2, 3)), padding=0)), False)


@points(1, rung="valid")
def test_orientation(student):
    """conv2d neither turns nor mirrors nor transposes the kernel or the result."""
    image = np.zeros((5, 4))
    image[3, 1] = 1.0
    kernel = np.array([[1.0, 2.0], [3.0, 4.0]])

    assert_array(student.conv2d(image, kernel), [[0, 0, 0], [0, 0, 0], [4, 3, 0], [2, 1, 0]])


@points(1, rung="valid")
def test_kernels_of_any_shape(student):
    """conv2d works for kernels that are as large as the image, tall and thin, or a single number."""
    image = np.array([[2.0, 1.0, 3.0], [4.0, 0.0, 5.0]])
    square = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 10.0]])

    assert_array(student.conv2d(image, np.array([[1.0, 0.0, -1.0], [2.0, 1.0, 3.0]])), [[22]])
    assert_array(student.conv2d(square, np.array([[1.0], [2.0]])), [[9, 12, 15], [18, 21, 26]])
    assert_array(student.conv2d(image, np.array([[3.0]])), [[6, 3, 9], [12, 0, 15]])
    assert_array(student.conv2d(image, np.zeros((2, 1))), [[0, 0, 0]])


@points(1, rung="valid")
def test_signs_and_fractions(student):
    """conv2d keeps signs and fractions, and neither rounds, averages nor clips."""
    image = np.array([[0.5, -1.5, 2.0], [-0.25, 4.0, 1.0]])

    assert_array(student.conv2d(image, np.array([[0.5, -2.0], [1.5, 0.123456]])), [[3.368824, 1.373456]])
    assert_array(student.conv2d(image, np.array([[100.0, -100.0]])), [[200, -350], [-425, 300]])
    assert_array(student.conv2d(image[:, :2].copy(), np.full((2, 2), 0.00001)), [[0.0000275]])


@points(1, rung="valid")
def test_images_never_seen_before(student, rng):
    """conv2d is right for images and kernels that nobody has seen before."""
    for h, w, kh, kw in (
        (6, 5, 2, 3),
        (5, 8, 3, 3),
        (7, 6, 4, 1),
        (6, 7, 4, 5),
        (1, 260, 1, 2),
        (70, 1, 3, 1),
    ):
        image, kernel = _numbers(rng, h, w), _numbers(rng, kh, kw)
        assert_array(student.conv2d(image, kernel), conv2d(image, kernel))


@points(1, rung="padding")
def test_more_padding_than_the_kernel_needs(student):
    """The output grows with the padding, even beyond the size of the image."""
    image = np.array([[2.0, 1.0, 3.0], [4.0, 0.0, 5.0]])
    kernel = np.array([[1.0, 2.0, 1.0], [0.0, 3.0, 0.0], [1.0, 2.0, 1.0]])
    want = [[2, 5, 7, 7, 3], [4, 14, 12, 19, 5], [2, 17, 7, 22, 3], [4, 8, 9, 10, 5]]

    assert_array(student.conv2d(image, kernel, padding=2), want)


@points(1, rung="padding")
def test_padding_with_a_kernel_that_is_not_square(student):
    """The padding is the same above and beside the image, whatever the shape of the kernel is."""
    image, kernel = (
        np.array([[2.0, 1.0], [0.0, 3.0], [1.0, -1.0]]),
        np.array([[1.0, -2.0, 3.0], [3.0, -2.0, 1.0]]),
    )

    assert_array(student.conv2d(image, kernel, padding=1), [[-3, 4], [2, -6], [6, -1], [-5, 3]])


@points(0.5, rung="padding")
def test_padding_wider_than_the_image(student):
    """Windows that see nothing but padding give zeros."""
    image, kernel = np.array([[1.0], [2.0]]), np.array([[1.0, 2.0], [2.0, 1.0]])
    zeros = [0] * 6
    want = [zeros, zeros, [0, 0, 1, 2, 0, 0], [0, 0, 4, 5, 0, 0], [0, 0, 4, 2, 0, 0], zeros, zeros]

    assert_array(student.conv2d(image, kernel, padding=3), want)


@points(1, rung="padding")
def test_padding_of_images_never_seen_before(student, rng):
    """conv2d pads any image by any amount."""
    for h, w, kh, kw, padding in ((3, 5, 3, 3, 1), (4, 2, 3, 2, 2), (2, 6, 1, 4, 3)):
        image, kernel = _numbers(rng, h, w), _looks_the_same_turned(rng, kh, kw)
        assert_array(student.conv2d(image, kernel, padding=padding), conv2d(image, kernel, padding=padding))


@points(1, rung="stride")
def test_stride_longer_than_the_kernel(student):
    """A stride may be longer than the kernel, and than the room that is left."""
    image = np.array(
        [[0, 7, 5, 3, 1, 8], [6, 4, 2, 0, 7, 5], [3, 1, 8, 6, 4, 2], [0, 7, 5, 3, 1, 8], [6, 4, 2, 0, 7, 5]],
        dtype=float,
    )

    assert_array(student.conv2d(image, np.array([[2.0, 2.0]]), stride=4), [[14, 18], [20, 24]])
    assert_array(student.conv2d(image, np.array([[2.0, 2.0]]), stride=6), [[14]])
    assert_array(student.conv2d(image, np.array([[1.0], [1.0]]), stride=3), [[6, 3], [6, 3]])


@points(1, rung="stride")
def test_stride_with_a_kernel_that_is_not_square(student):
    """Rows and columns are strided alike, whatever the shapes of image and kernel are."""
    image = np.arange(63.0).reshape(7, 9) * 5 % 11 - 4

    assert_array(
        student.conv2d(image, np.array([[1.0, -1.0, 2.0], [2.0, -1.0, 1.0]]), stride=3),
        [[-5, -11, 27], [-15, 23, -5]],
    )


@points(1, rung="stride")
def test_left_over_in_rows_and_columns(student):
    """Rows and columns which the strided kernel doesn't reach are left out."""
    image = np.arange(48.0).reshape(6, 8) * 7 % 13
    kernel = np.array([[1.0, 3.0, 1.0], [0.0, 2.0, 0.0], [1.0, 3.0, 1.0]])

    assert_array(student.conv2d(image, kernel, stride=2), [[67, 79, 65], [72, 84, 96]])
    assert_array(student.conv2d(image, kernel, stride=4), [[67, 65]])


@points(1, rung="stride")
def test_stride_on_images_never_seen_before(student, rng):
    """conv2d takes steps of any length on any image."""
    for h, w, kh, kw, stride in ((7, 8, 3, 2, 2), (8, 6, 2, 2, 3), (9, 10, 2, 4, 2)):
        image, kernel = _numbers(rng, h, w), _looks_the_same_turned(rng, kh, kw)
        assert_array(student.conv2d(image, kernel, stride=stride), conv2d(image, kernel, stride=stride))


@points(1, rung="channels")
def test_filters_see_all_channels(student):
    """Every filter looks at all channels, with another slice of its kernel for each."""
    kernel = [
        [[[1, 0, 2], [2, 0, 1]], [[0, 1, 1], [1, 1, 0]]],
        [[[0, 3, 0], [0, 3, 0]], [[-1, 0, 2], [2, 0, -1]]],
        [[[1, 1, 0], [0, 1, 1]], [[4, 0, -1], [-1, 0, 4]]],
    ]  # (3, 2, 2, 3)
    want = [[[[13, 15], [9, 17]], [[0, 8], [18, 1]], [[21, 9], [11, 19]]]]  # (1, 3, 2, 2)

    assert_array(student.conv2d(_two_channels(), np.array(kernel, dtype=float)), want)


@points(1, rung="channels")
def test_as_many_filters_as_channels(student):
    """The first axis of the kernel counts filters and the second channels,
    also when there are as many of both."""
    kernel = [[[[1, 2], [2, 1]], [[0, 3], [3, 0]]], [[[-1, 4], [4, -1]], [[2, 0], [0, 2]]]]  # (2, 2, 2, 2)
    want = [[[[9, 15, 18], [16, 17, 15]], [[14, 20, 13], [-1, 18, 16]]]]  # (1, 2, 2, 3)

    assert_array(student.conv2d(_two_channels(), np.array(kernel, dtype=float)), want)


@points(1, rung="channels")
def test_axes_of_equal_length_are_kept_apart(student):
    """Channels, filters, rows and columns are not mixed up when they are equally many."""
    x = [
        [
            [[1, 2, 0], [0, 1, 3], [2, 0, 1]],
            [[3, 0, 1], [1, 1, 0], [0, 2, 2]],
            [[0, 1, 1], [2, 3, 0], [1, 0, 4]],
        ]
    ]  # (1, 3, 3, 3)
    kernel = [
        [[[1, 0], [0, 1]], [[0, 2], [2, 0]], [[3, 1], [1, 3]]],
        [[[0, 1], [1, 0]], [[1, -1], [-1, 1]], [[2, 0], [0, 2]]],
        [[[1, 1], [1, 1]], [[0, -2], [-2, 0]], [[1, 5], [5, 1]]],
    ]  # (3, 3, 2, 2)
    want = [[[[16, 16], [12, 27]], [[11, 1], [9, 18]], [[20, 23], [23, 8]]]]  # (1, 3, 2, 2)

    assert_array(student.conv2d(np.array(x, dtype=float), np.array(kernel, dtype=float)), want)


@points(1, rung="channels")
def test_channels_never_seen_before(student, rng):
    """conv2d is right for any number of channels and filters."""
    for c, f, h, w, kh, kw in ((3, 2, 4, 5, 2, 3), (1, 4, 3, 4, 2, 2), (4, 1, 5, 3, 3, 2)):
        x, kernel = _numbers(rng, 1, c, h, w), _looks_the_same_turned(rng, f, c, kh, kw)
        assert_array(student.conv2d(x, kernel), conv2d(x, kernel))


@points(1.5, rung="batch")
def test_images_come_first_then_filters(student):
    """The first axis of the output counts images and the second filters,
    also when there are as many of both."""
    x = np.array(
        [[[[1, 2, 0], [3, 1, 1]]], [[[0, 4, 1], [2, 2, 5]]], [[[2, 0, 3], [1, 6, 0]]]], dtype=float
    )  # (3, 1, 2, 3)
    kernel = np.array([[[[1, 2], [2, 1]]], [[[3, -1], [-1, 3]]]], dtype=float)  # (2, 1, 2, 2)
    want = [[[[12, 5]], [[1, 8]]], [[[14, 15]], [[0, 24]]], [[[10, 18]], [[23, -9]]]]  # (3, 2, 1, 2)

    assert_array(student.conv2d(x, kernel), want)
    assert_array(student.conv2d(x[:2], kernel), want[:2])


@points(1, rung="batch")
def test_everything_together(student, rng):
    """Images, channels, filters, stride and padding all work together."""
    x = [
        [
            [[2, -2, -1, -1], [-1, 2, 3, 1], [-2, -2, -1, 0], [1, 0, -1, -2], [2, 2, -2, -2]],
            [[0, 0, 3, 1], [0, 0, 1, 1], [-1, 2, 2, 3], [2, -1, -1, 1], [1, 2, 3, -1]],
        ],
        [
            [[3, -2, -2, 3], [3, -1, -2, -1], [-2, 3, 1, 1], [-1, 0, -1, 2], [0, -2, -1, 2]],
            [[1, 0, -1, -2], [1, 1, 1, 3], [3, -1, 1, 1], [-1, -1, 0, 2], [-1, 2, 1, -1]],
        ],
    ]  # (2, 2, 5, 4)
    kernel = [
        [[[-1, 2], [2, 1], [-2, 1]], [[-1, 2], [2, 0], [2, 1]]],
        [[[-1, 2], [-1, -2], [0, 2]], [[1, -1], [2, 0], [-1, -2]]],
        [[[-1, 1], [1, -1], [1, 2]], [[-2, -1], [0, 0], [-1, -1]]],
    ]  # (3, 2, 3, 2)
    want = [
        [
            [[1, -5, 0], [-1, 1, 10], [8, 3, -5]],
            [[-6, 8, 2], [0, 12, 5], [-4, 4, 3]],
            [[-4, 6, -1], [1, -1, -6], [-3, 6, -2]],
        ],
        [
            [[7, -3, 10], [4, 0, 2], [-4, -2, -2]],
            [[-2, -1, -10], [9, -11, 3], [-1, 5, -4]],
            [[2, -7, -1], [3, -3, -4], [0, 0, -4]],
        ],
    ]  # (2, 3, 3, 3)
    assert_array(
        student.conv2d(np.array(x, dtype=float), np.array(kernel, dtype=float), stride=2, padding=1), want
    )

    image, small = _numbers(rng, 6, 9), _numbers(rng, 2, 3)
    many, pair = _numbers(rng, 11, 1, 2, 3), _numbers(rng, 2, 1, 1, 2)
    assert_array(student.conv2d(image, small, stride=3, padding=1), conv2d(image, small, 3, 1))
    assert_array(student.conv2d(many, pair), conv2d(many, pair))


@points(0.5, rung="batch")
def test_all_kinds_of_arrays_together(student, rng):
    """Bytes, integers, float32 and views go together with stride, padding, channels and batches."""
    for x_shape, kernel_shape, kinds, layouts, stride, padding in TOGETHER:
        x, kernel = (
            _laid_out(_of_kind(_numbers(rng, *shape), kind), layout)
            for shape, kind, layout in zip((x_shape, kernel_shape), kinds.split(), layouts, strict=True)
        )
        assert_array(
            student.conv2d(x, kernel, stride=stride, padding=padding), conv2d(x, kernel, stride, padding)
        )


@points(0.5, rung="manners")
def test_numbers_do_not_overflow(student):
    """Images and kernels of bytes or of integers give the numbers that floats would give."""
    image, kernel = np.array([[200, 100, 50]]), np.array([[2, 2]])

    assert_array(student.conv2d(image.astype(np.uint8), kernel), [[600, 300]])
    assert_array(student.conv2d(image.astype(np.uint8), kernel.astype(np.uint8)), [[600, 300]])
    assert_array(student.conv2d(image.astype(np.uint8), -kernel.astype(np.int8)), [[-600, -300]])
    assert_array(
        student.conv2d(image.astype(np.int8), kernel.astype(np.int8)), [[88, 300]]
    )  # 200 is -56 there
    assert_array(student.conv2d(image.astype(np.uint8), kernel.astype(np.uint8) * 100), [[60000, 30000]])
    batch, filters = image[np.newaxis, np.newaxis].astype(np.uint8), kernel[np.newaxis, np.newaxis]
    assert_array(student.conv2d(batch, filters.astype(np.uint8)), [[[[600, 300]]]])
    assert_array(student.conv2d(batch, filters / 4), [[[[150, 75]]]])
    assert_array(student.conv2d(image * 10**7, kernel), [[6 * 10**9, 3 * 10**9]])


@points(0.5, rung="manners")
def test_types_may_differ(student):
    """Image and kernel may have different types of numbers, and no fraction gets lost."""
    image, whole = np.array([[0.5, 0.25, 2.0]], dtype=np.float32), np.array([[2, 2]])

    assert_array(student.conv2d(image, whole), [[1.5, 4.5]])
    assert_array(student.conv2d(image, whole.astype(np.float32)), [[1.5, 4.5]])
    assert_array(student.conv2d(np.array([[1, 2, 5]]), whole.astype(np.float32) / 4), [[1.5, 3.5]])
    assert_array(
        student.conv2d(np.array([[[[1, 2, 5]]]]), whole[np.newaxis, np.newaxis] / 4), [[[[1.5, 3.5]]]]
    )


@points(0.5, rung="manners")
def test_views_are_arrays_too(student):
    """conv2d is right for transposed, thinned out and mirrored arrays."""
    big = np.arange(60.0).reshape(6, 10) * 7 % 11
    flat = np.array([[0.0, 7.0, 3.0, 10.0], [4.0, 0.0, 7.0, 3.0]])
    kernel = np.array([[1.0, 9.0, 2.0, 9.0], [2.0, 9.0, 1.0, 9.0]])[:, ::2]  # [[1, 2], [2, 1]]

    assert_array(student.conv2d(big[:3, ::3], np.ones((1, 2))), [[10, 19, 17], [7, 5, 3], [15, 13, 11]])
    assert_array(student.conv2d(flat.T, np.ones((2, 1))), [[7, 4], [10, 7], [13, 10]])
    assert_array(student.conv2d(big[1::-1, 3::-1], kernel), [[40, 20, 22]])


@points(0.5, rung="manners")
def test_calls_do_not_depend_on_each_other(student):
    """conv2d gives the same answer to the same question, whatever was asked before,
    and leaves its image and its earlier results alone."""
    image, other, kernel = np.array([[1.0, 2.0, 4.0]]), np.array([[5.0, 0.0, 2.0]]), np.array([[1.0, 1.0]])

    assert_array(student.conv2d(image, kernel), [[3, 6]])
    assert_array(student.conv2d(image, kernel), [[3, 6]])
    assert_array(student.conv2d(other, kernel), [[5, 2]])
    assert_array(student.conv2d(image, kernel * 2), [[6, 12]])
    assert_arguments_unchanged(
        student.conv2d(np.ones((4, 5)), kernel, stride=2)
    )  # with the column that the stride leaves over
    assert_arguments_unchanged(student.conv2d(np.ones((2, 3)), np.array([[3.0]])))
    assert_array(student.conv2d(image, kernel), [[3, 6]])
    pixels, one, shared = code("np.array([[1.0, 2.0]])"), code("np.array([[1.0]])"), code("np.shares_memory")
    first, second = student.conv2d(pixels, one), student.conv2d(pixels, np.array([[2.0]]))
    assert_equal(shared(pixels, first), False)
    assert_equal(shared(first, second), False)
    pixels[0, 0] = 5.0
    assert_array(student.conv2d(pixels, one), [[5, 2]])


def _numbers(rng, *shape):
    """Return whole numbers, none of them 0, no two of a small array alike, and their sum not 1:
    nothing may look right by luck."""
    numbers = (rng.permutation(np.prod(shape)).reshape(shape) % 97 + 1.0) * rng.choice([-1, 1], size=shape)
    return numbers if abs(numbers.sum()) > 1 else _numbers(rng, *shape)


def _of_kind(numbers, kind):
    """Return numbers: bytes of which two make an overflow, integers, fractions that float32 adds exactly."""
    if kind == "u1":
        return (abs(numbers) + 100).astype(np.uint8)
    if kind == "i8":
        return numbers.astype(np.int64) % 19 - 9
    small = 8 if kind == "f4" else 1  # a right transform of float32 must not lose zeros
    return ((numbers % 31 / 64 - 0.25) / small).astype(kind)


def _laid_out(array, layout):
    """Return an array as it is (C), by columns (F), with gaps (S) or with negative steps (N)."""
    if layout == "S":
        return np.repeat(array, 2, axis=-1)[..., ::2]
    return np.flip(np.flip(array).copy()) if layout == "N" else np.array(array, order=layout)


def _looks_the_same_turned(rng, *shape):
    """Return random kernels that half a turn doesn't change."""
    kernel, place = _numbers(rng, *shape), np.arange(np.prod(shape[-2:])).reshape(shape[-2:])
    return np.where(place <= place[::-1, ::-1], kernel, kernel[..., ::-1, ::-1])


def _two_channels():
    """Return one image with two channels, so that several checks can ask different kernels about it."""
    x = [
        [[[1, 0, 2, 3], [2, 1, 0, 1], [0, 3, 1, 2]], [[2, 1, 1, 0], [0, 2, 3, 1], [1, 0, 2, 2]]]
    ]  # (1, 2, 3, 4)
    return np.array(x, dtype=float)
