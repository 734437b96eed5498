"""The visible checks of q3_parameters for otter; they are written in test_visible.py."""

from otter.test_files import test_case

from autograder.students.otter_checks import run_visible_check

OK_FORMAT = False

name = "q3_parameters"
points = None


@test_case(
    name="printed_table has four rows (kind, output shape, parameters), and shapes begin with None (form only: no points yet).",
    points=0,
    hidden=False,
)
def test_printed_table_has_the_right_form(env):
    run_visible_check("test_visible.py", "test_printed_table_has_the_right_form", env)


@test_case(
    name="A convolution gives one channel per kernel, and learns each kernel, all channels deep, and a bias for it.",
    points=1,
    hidden=False,
)
def test_convolution(env):
    run_visible_check("test_visible.py", "test_convolution", env)


@test_case(
    name="With 'same' padding and stride 2, an axis is halved, rounding up (this check does not look at the parameters).",
    points=0.5,
    hidden=False,
)
def test_convolution_with_same_padding(env):
    run_visible_check("test_visible.py", "test_convolution_with_same_padding", env)


@test_case(
    name="Pooling without a stride lays its windows side by side, keeps the channels and learns nothing.",
    points=0.5,
    hidden=False,
)
def test_pooling(env):
    run_visible_check("test_visible.py", "test_pooling", env)


@test_case(
    name="Flatten lays all numbers of an image in a row; each dense unit has a weight for each of them and a bias.",
    points=0.75,
    hidden=False,
)
def test_flatten_and_dense(env):
    run_visible_check("test_visible.py", "test_flatten_and_dense", env)


@test_case(
    name="With stride 1 only, consistent_inputs lists what gives the row, and nothing else.",
    points=0.5,
    hidden=False,
)
def test_inputs_for_stride_one(env):
    run_visible_check("test_visible.py", "test_inputs_for_stride_one", env)


@test_case(
    name="Up to size 28 and stride 2, consistent_inputs misses no input that gives the row, and does not just list everything.",
    points=0.5,
    hidden=False,
)
def test_inputs_for_stride_two(env):
    run_visible_check("test_visible.py", "test_inputs_for_stride_two", env)
