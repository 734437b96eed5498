"""Checks of question 3 that you can read and run."""

from layer_tables import assert_complete, assert_sound, assert_table

from autograder.checks import ANY, points

n = ANY  # a number that the check does not look at


@points(0, rung="by hand")
def test_printed_table_has_the_right_form(student):
    """printed_table has four rows (kind, output shape, parameters), and shapes begin with None (form only:
    no points yet).
    """
    form = [
        ("conv2d", (None, n, n, n), n),
        ("maxpool2d", (None, n, n, n), n),
        ("flatten", (None, n), n),
        ("dense", (None, n), n),
    ]

    assert_table(student.printed_table, form)


@points(1, rung="summary")
def test_convolution(student):
    """A convolution gives one channel per kernel, and learns each kernel, all channels deep, and a bias for
    it.
    """
    layers = [
        {"kind": "conv2d", "filters": 3, "kernel": (2, 3), "stride": 1, "padding": "valid", "use_bias": True}
    ]

    assert_table(student.summary((5, 7, 2), layers), [("conv2d", (None, 4, 5, 3), 39)])


@points(0.5, rung="summary")
def test_convolution_with_same_padding(student):
    """With 'same' padding and stride 2, an axis is halved, rounding up (this check does not look at the
    parameters).
    """
    layers = [
        {"kind": "conv2d", "filters": 2, "kernel": (3, 3), "stride": 2, "padding": "same", "use_bias": True}
    ]

    assert_table(student.summary((5, 8, 1), layers), [("conv2d", (None, 3, 4, 2), n)])


@points(0.5, rung="summary")
def test_pooling(student):
    """Pooling without a stride lays its windows side by side, keeps the channels and learns nothing."""
    layers = [{"kind": "maxpool2d", "pool": (2, 3), "stride": None, "padding": "valid"}]

    assert_table(student.summary((7, 8, 3), layers), [("maxpool2d", (None, 3, 2, 3), 0)])


@points(0.75, rung="summary")
def test_flatten_and_dense(student):
    """Flatten lays all numbers of an image in a row; each dense unit has a weight for each of them and a
    bias.
    """
    layers = [{"kind": "flatten"}, {"kind": "dense", "units": 5, "use_bias": True}]

    assert_table(student.summary((2, 3, 4), layers), [("flatten", (None, 24), 0), ("dense", (None, 5), 125)])


@points(0.5, rung="inverse")
def test_inputs_for_stride_one(student):
    """With stride 1 only, consistent_inputs lists what gives the row, and nothing else."""
    answer = student.consistent_inputs(max_size=32, max_stride=1)

    assert_sound(answer, [(14, 1, "same"), (16, 1, "valid")])
    assert_complete(answer, [(14, 1, "same"), (16, 1, "valid")])


# What the answer may hold besides what fits: a list of everything would be complete too, but no answer.
NOT_FAR_OFF = [(size, 1, padding) for size in range(11, 20) for padding in ("valid", "same")]
NOT_FAR_OFF += [(size, 2, padding) for size in range(24, 34) for padding in ("valid", "same")]


@points(0.5, rung="inverse")
def test_inputs_for_stride_two(student):
    """Up to size 28 and stride 2, consistent_inputs misses no input that gives the row, and does not just
    list everything.
    """
    answer = student.consistent_inputs(max_size=28, max_stride=2)

    assert_complete(answer, [(14, 1, "same"), (16, 1, "valid"), (27, 2, "same"), (28, 2, "same")])
    assert_sound(answer, NOT_FAR_OFF)
