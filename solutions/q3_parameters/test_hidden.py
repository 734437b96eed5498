"""Checks of question 3 that only the grader has. Expected tables are from Keras or worked out by hand."""

import itertools

from layer_tables import assert_complete, assert_sound, assert_table
from q3_parameters import summary

from autograder.checks import ANY, assert_arguments_unchanged, points

n = ANY  # a number that the check does not look at
ANY_CONV, ANY_POOL = ("conv2d", (None, n, n, n), n), ("maxpool2d", (None, n, n, n), n)
ANY_FLATTEN, ANY_DENSE = ("flatten", (None, n), n), ("dense", (None, n), n)


def conv(filters, kernel, stride, padding, use_bias=True):
    return {
        "kind": "conv2d",
        "filters": filters,
        "kernel": kernel,
        "stride": stride,
        "padding": padding,
        "use_bias": use_bias,
    }


def pool(size, stride, padding):
    return {"kind": "maxpool2d", "pool": size, "stride": stride, "padding": padding}


def dense(units, use_bias=True):
    return {"kind": "dense", "units": units, "use_bias": use_bias}


FLATTEN = {"kind": "flatten"}


# The convolution's row is printed in the statement of the inverse task: alone it is worth nothing.
@points(1, rung="by hand")
def test_pooling_by_hand(student):
    """The rows of the convolution and of the pooling are right."""
    assert_table(
        student.printed_table,
        [("conv2d", (None, 14, 14, 16), 160), ("maxpool2d", (None, 7, 7, 16), 0), ANY_FLATTEN, ANY_DENSE],
    )


@points(1, rung="by hand")
def test_flatten_by_hand(student):
    """The row of the flatten layer is right."""
    assert_table(student.printed_table, [ANY_CONV, ANY_POOL, ("flatten", (None, 784), 0), ANY_DENSE])


@points(1, rung="by hand")
def test_dense_by_hand(student):
    """The row of the dense layer is right."""
    assert_table(student.printed_table, [ANY_CONV, ANY_POOL, ANY_FLATTEN, ("dense", (None, 5), 3925)])


# Numbers of channels, and networks for them: with these, checks have asked for every two traits of a network.
# `autograder verify` says so.
SHORT_NETWORKS = [
    (1, [{"kind": "maxpool2d", "pool": (4, 5)}, FLATTEN]),
    (1, [conv(3, (1, 1), 5, "same", False)]),
    (3, [conv(2, (1, 1), 1, "valid", False), FLATTEN]),
    (1, [FLATTEN]),
    (1, [pool((1, 1), 1, "same")]),
    (
        3,
        [
            {"kind": "maxpool2d", "pool": (2, 3)},
            conv(12, (1, 1), 5, "same"),
            conv(3, (2, 1), 1, "same"),
            FLATTEN,
            dense(3),
        ],
    ),
    (1, [conv(2, (1, 1), 2, "same", False), pool((4, 5), None, "valid")]),
    (2, [conv(4, (3, 1), 2, "valid")]),
    (3, [conv(2, (3, 2), 2, "same"), pool((1, 2), 1, "same"), FLATTEN]),
    (3, [pool((2, 3), None, "same"), conv(2, (3, 2), 5, "same", False)]),
]


@points(0.5, rung="summary", for_reading=True)
def test_convolution_without_bias(student):
    """With use_bias False, a convolution learns its kernels and nothing else."""
    assert_table(
        student.summary((17, 18, 3), [conv(8, (4, 4), 1, "valid", False)]),
        [("conv2d", (None, 14, 15, 8), 384)],
    )
    assert_table(
        student.summary((29, 35, 4), [conv(6, (2, 1), 1, "valid", False)]),
        [("conv2d", (None, 28, 35, 6), 48)],
    )


@points(0.75, rung="summary")
def test_convolution_after_convolution(student):
    """The kernels of a convolution are as deep as the output of the layer before it."""
    layers = [
        conv(8, (4, 3), 2, "valid", False),
        conv(2, (3, 3), 2, "same", False),
        conv(6, (3, 1), 1, "same", False),
    ]
    rows = [
        ("conv2d", (None, 10, 7, 8), 384),
        ("conv2d", (None, 5, 4, 2), 144),
        ("conv2d", (None, 5, 4, 6), 36),
    ]

    assert_table(student.summary((22, 15, 4), layers), rows)
    twice = [conv(4, (3, 2), 1, "valid", False), conv(4, (3, 2), 1, "valid", False)]
    assert_table(
        student.summary((9, 8, 1), twice), [("conv2d", (None, 7, 7, 4), 24), ("conv2d", (None, 5, 6, 4), 96)]
    )


@points(0.5, rung="summary")
def test_valid_windows_stay_inside(student):
    """With 'valid' padding and a stride, a window that would stick out is left out."""
    assert_table(
        student.summary((31, 15, 2), [conv(7, (3, 3), 2, "valid")]), [("conv2d", (None, 15, 7, 7), n)]
    )
    assert_table(
        student.summary((31, 27, 4), [conv(2, (2, 1), 3, "valid")]), [("conv2d", (None, 10, 9, 2), n)]
    )
    assert_table(
        student.summary((33, 20, 1), [conv(7, (1, 4), 2, "valid")]), [("conv2d", (None, 17, 9, 7), n)]
    )


@points(0.5, rung="summary", for_reading=True)
def test_same_padding_forgets_the_kernel(student):
    """With 'same' padding the size of the output depends on image and stride only, for kernels of even size
    too.
    """
    assert_table(
        student.summary((32, 25, 1), [conv(2, (3, 4), 2, "same")]), [("conv2d", (None, 16, 13, 2), n)]
    )
    assert_table(student.summary((8, 31, 2), [conv(7, (1, 1), 3, "same")]), [("conv2d", (None, 3, 11, 7), n)])
    assert_table(
        student.summary((12, 22, 4), [conv(8, (4, 2), 2, "same")]), [("conv2d", (None, 6, 11, 8), n)]
    )


@points(0.5, rung="summary")
def test_valid_pooling(student):
    """A pooling window moves by the stride that it is given, and by its own size if there is none."""
    rows = [("maxpool2d", (None, 8, 22, 2), 0), ("maxpool2d", (None, 2, 11, 2), 0)]
    assert_table(student.summary((10, 23, 2), [pool((3, 2), 1, "valid"), pool((3, 2), None, "valid")]), rows)
    assert_table(
        student.summary((29, 30, 3), [pool((1, 2), 3, "valid")]), [("maxpool2d", (None, 10, 10, 3), 0)]
    )


@points(0.5, rung="summary")
def test_same_pooling(student):
    """Pooling knows 'same' padding too: every axis is divided by the stride, rounding up."""
    rows = [
        ("maxpool2d", (None, 11, 7, 4), 0),
        ("maxpool2d", (None, 6, 4, 4), 0),
        ("maxpool2d", (None, 6, 4, 4), 0),
    ]

    assert_table(
        student.summary(
            (33, 21, 4), [pool((3, 3), 3, "same"), pool((1, 3), 2, "same"), pool((2, 1), 1, "same")]
        ),
        rows,
    )
    assert_table(
        student.summary((7, 8, 3), [pool((3, 2), None, "same")]), [("maxpool2d", (None, 3, 4, 3), 0)]
    )


@points(0.5, rung="summary")
def test_missing_keys(student):
    """A key that is missing means stride 1, for pooling the size of its window; 'valid'; and a bias."""
    layers = [{"kind": "conv2d", "filters": 7, "kernel": (3, 5)}, {"kind": "maxpool2d", "pool": (3, 2)}]
    rows = [("conv2d", (None, 10, 11, 7), 322), ("maxpool2d", (None, 3, 5, 7), 0)]

    assert_table(student.summary((12, 15, 3), layers), rows)
    assert_table(
        student.summary((3, 5, 7), [FLATTEN, {"kind": "dense", "units": 4}]),
        [("flatten", (None, 105), 0), ("dense", (None, 4), 424)],
    )
    after = [conv(2, (2, 1), 2, "same", False), {"kind": "conv2d", "filters": 3, "kernel": (1, 2)}]
    assert_table(
        student.summary((5, 6, 1), after), [("conv2d", (None, 3, 3, 2), 4), ("conv2d", (None, 3, 2, 3), 15)]
    )


@points(0.5, rung="summary")
def test_dense_after_dense(student):
    """A dense layer has a weight for each number that the layer before it gives, and no bias when use_bias
    is False.
    """
    rows = [
        ("flatten", (None, 24), 0),
        ("dense", (None, 6), 144),
        ("dense", (None, 3), 21),
        ("dense", (None, 7), 21),
    ]

    assert_table(student.summary((3, 4, 2), [FLATTEN, dense(6, False), dense(3), dense(7, False)]), rows)
    wide = [("flatten", (None, 70699), 0), ("dense", (None, 1001), 70769699)]
    assert_table(student.summary((61, 61, 19), [FLATTEN, dense(1001, False)]), wide)


@points(0.5, rung="summary")
def test_a_whole_network(student):
    """Every layer reads what the layer before it gives, never the image."""
    layers = [
        pool((3, 1), 2, "valid"),
        conv(4, (2, 2), 3, "same", False),
        conv(2, (2, 4), 2, "same"),
        FLATTEN,
        dense(4),
    ]
    rows = [
        ("maxpool2d", (None, 13, 6, 3), 0),
        ("conv2d", (None, 5, 2, 4), 48),
        ("conv2d", (None, 3, 1, 2), 66),
    ]

    assert_table(
        student.summary((28, 12, 3), layers), [*rows, ("flatten", (None, 6), 0), ("dense", (None, 4), 28)]
    )
    ending = [("conv2d", (None, 3, 4, 2), 4), ("flatten", (None, 24), 0)]
    assert_table(student.summary((9, 13, 1), [conv(2, (1, 1), 4, "valid"), FLATTEN]), ending)


@points(0.25, rung="summary")
def test_random_networks(student, rng):
    """The table of a random network is right."""

    def number(low, high):
        return int(rng.integers(low, high + 1))

    def two_of(*numbers):
        return tuple(int(one) for one in rng.permutation(numbers)[:2])

    def random_conv(padding, stride, use_bias):
        return conv(number(2, 9), two_of(1, 2, 3, 4), stride, padding, use_bias)

    def last_conv(padding):
        return conv(number(10, 15), two_of(1, 2, 3, 4), 1, padding)

    def random_pool(padding, stride):
        return pool(two_of(1, 2, 3, 4), stride, padding)

    # Each kind of layer comes first in networks, windows aren't square, no stride divides the image, no two
    # layers are equal: nothing looks right by luck.
    networks = []
    convs = itertools.product(("valid", "same"), [(1, True), (2, False), (3, True)])
    pools = itertools.product(("same", "valid"), (None, 1, number(2, 3)))
    for (padding, (stride, use_bias)), (pool_padding, pool_stride) in zip(convs, pools, strict=True):
        bias = use_bias is (padding == "valid")
        layers = [random_conv(padding, stride, bias), random_pool(pool_padding, pool_stride)]
        tail = [last_conv(pool_padding), FLATTEN, dense(number(4, 9), not bias), dense(3)]
        networks.append([*(layers if len(networks) % 2 else layers[::-1]), *tail])

    sizes = (67, 71, 73, 79, 83, 89, 97)
    for channels, layers in [*((number(1, 4), layers) for layers in networks), *SHORT_NETWORKS]:
        image = (*two_of(*sizes), channels)
        assert_table(student.summary(image, layers), summary(image, layers))


@points(0.25, rung="summary")
def test_summary_has_no_memory(student):
    """summary leaves its arguments as they are, and its tables do not depend on what was asked before."""
    layers = [conv(4, (4, 1), 2, "same", False), pool((2, 3), 2, "same"), FLATTEN, dense(2)]
    rows = [
        ("conv2d", (None, 17, 7, 4), 16),
        ("maxpool2d", (None, 9, 4, 4), 0),
        ("flatten", (None, 144), 0),
        ("dense", (None, 2), 290),
    ]

    answer = student.summary((34, 14, 1), layers)
    assert_table(answer, rows)
    assert_arguments_unchanged(answer)
    short = student.summary((4, 5, 1), [{"kind": "conv2d", "filters": 1, "kernel": (2, 2)}])
    assert_table(short, [("conv2d", (None, 3, 4, 1), 5)])
    assert_arguments_unchanged(short)
    other = student.summary((4, 5, 1), [{"kind": "conv2d", "filters": 2, "kernel": (2, 2)}])
    assert_table(other, [("conv2d", (None, 3, 4, 2), 10)])
    assert_table(student.summary((34, 14, 1), layers), rows)


def fits(max_size, max_stride):
    """All that gives 14 windows of 3 pixels, by counting where they start (for 'same': one at every
    stride-th pixel).
    """
    sizes, strides = range(1, max_size + 1), range(1, max_stride + 1)
    valid = [
        (size, stride, "valid")
        for size in sizes
        for stride in strides
        if len(range(0, size - 2, stride)) == 14
    ]
    return valid + [
        (size, stride, "same") for size in sizes for stride in strides if len(range(0, size, stride)) == 14
    ]


# What a completeness check may find in an answer besides what fits: a list of everything is complete too,
# but no answer.
NEARLY = {stride: range(13 * stride - 2, 14 * stride + 6) for stride in range(1, 9)}
NOT_FAR_OFF = [
    (size, stride, padding)
    for stride, sizes in NEARLY.items()
    for size in sizes
    for padding in ("valid", "same")
]


# A soundness check also wants the sizes that divide without a rest: one lucky line is sound too, but no
# answer.
@points(0.75, rung="inverse", for_reading=True)
def test_sound_with_valid_padding(student):
    """Whatever consistent_inputs lists gives the row and keeps to both limits, and it finds 'valid' inputs
    for each stride.
    """
    answer, lower = (
        student.consistent_inputs(max_size=57, max_stride=4),
        student.consistent_inputs(max_size=29, max_stride=2),
    )

    assert_sound(answer, fits(57, 4))
    assert_sound(lower, fits(29, 2))
    assert_complete(answer, [(16, 1, "valid"), (29, 2, "valid"), (42, 3, "valid"), (55, 4, "valid")])


@points(0.75, rung="inverse", for_reading=True)
def test_sound_with_same_padding(student):
    """Whatever consistent_inputs lists gives the row and keeps to both limits, and it finds 'same' inputs
    for each stride.
    """
    answer = student.consistent_inputs(max_size=80, max_stride=5)

    assert_sound(answer, fits(80, 5))
    assert_complete(
        answer, [(14, 1, "same"), (28, 2, "same"), (42, 3, "same"), (56, 4, "same"), (70, 5, "same")]
    )


@points(0.5, rung="inverse")
def test_complete_by_default(student):
    """Without arguments, consistent_inputs keeps to its default limits, misses no input that gives the row,
    and lists nothing else.
    """
    answer = student.consistent_inputs()

    assert_complete(
        answer,
        [
            (16, 1, "valid"),
            (14, 1, "same"),
            (29, 2, "valid"),
            (30, 2, "valid"),
            (27, 2, "same"),
            (28, 2, "same"),
        ],
    )
    assert_sound(answer, NOT_FAR_OFF)
    assert_sound(student.consistent_inputs(max_size=44), fits(44, 2))
    for limits in (
        {"max_size": 13},
        {"max_size": 27},
        {"max_stride": 3},
        {"max_stride": 7},
        {"max_stride": 1},
    ):
        one = student.consistent_inputs(**limits)
        want = fits(limits.get("max_size", 32), limits.get("max_stride", 2))
        assert_complete(one, want)
        assert_sound(one, want)


@points(1, rung="inverse")
def test_complete_for_larger_strides(student):
    """consistent_inputs misses no input for strides above 2 either, and does not just list everything."""
    answer = student.consistent_inputs(max_size=57, max_stride=4)

    assert_complete(answer, fits(57, 4))
    assert_sound(answer, NOT_FAR_OFF)
    for max_size, max_stride in ((100, 7), (13, 6), (12, 1), (10, 4), (40, 1)):
        other = student.consistent_inputs(max_size=max_size, max_stride=max_stride)
        want = fits(max_size, max_stride)
        assert_complete(other, want)
        assert_sound(other, NOT_FAR_OFF if want else [])
