"""The visible checks of q2_pointwise for otter; they are written in test_q2_pointwise.py."""

from otter.test_files import test_case

from autograder.students.otter_checks import run_visible_check

OK_FORMAT = False

name = "q2_pointwise"
points = None


@test_case(
    name="conv1x1 gives one weighted sum of a pixel's channels for each row of w.",
    points=1,
    hidden=False,
)
def test_each_row_of_w_weighs_the_channels(env):
    run_visible_check("test_q2_pointwise.py", "test_each_row_of_w_weighs_the_channels", env)


@test_case(
    name="conv1x1 mixes the channels of a pixel and leaves every pixel in its place.",
    points=1,
    hidden=False,
)
def test_every_pixel_stays_where_it_is(env):
    run_visible_check("test_q2_pointwise.py", "test_every_pixel_stays_where_it_is", env)


@test_case(
    name="conv1x1 can give more channels than it gets.",
    points=1,
    hidden=False,
)
def test_channels_can_become_more(env):
    run_visible_check("test_q2_pointwise.py", "test_channels_can_become_more", env)


@test_case(
    name="bottleneck sets what is negative after the first convolution to zero before the second one reads it.",
    points=1,
    hidden=False,
)
def test_relu_stands_between_the_two_convolutions(env):
    run_visible_check("test_q2_pointwise.py", "test_relu_stands_between_the_two_convolutions", env)


@test_case(
    name="direct_cost counts every multiplication of a small layer.",
    points=1,
    hidden=False,
)
def test_cost_of_a_small_layer(env):
    run_visible_check("test_q2_pointwise.py", "test_cost_of_a_small_layer", env)


@test_case(
    name="bottleneck_cost counts every multiplication of a small layer and of the reduction before it.",
    points=1,
    hidden=False,
)
def test_cost_of_a_small_layer_behind_a_reduction(env):
    run_visible_check("test_q2_pointwise.py", "test_cost_of_a_small_layer_behind_a_reduction", env)


@test_case(
    name="inception_cost gives the multiplications and the output channels of a small module.",
    points=1,
    hidden=False,
)
def test_cost_of_a_small_inception_module(env):
    run_visible_check("test_q2_pointwise.py", "test_cost_of_a_small_inception_module", env)
