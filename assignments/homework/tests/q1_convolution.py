"""The visible checks of q1_convolution for otter; they are written in test_q1_convolution.py."""

from otter.test_files import test_case

from autograder.students.otter_checks import run_visible_check

OK_FORMAT = False

name = "q1_convolution"
points = None


@test_case(
    name="laplacian_response has 5 rows and 5 columns, as many as the image (the numbers are checked at grading).",
    points=0,
    hidden=False,
)
def test_laplacian_response_is_a_table(env):
    run_visible_check("test_q1_convolution.py", "test_laplacian_response_is_a_table", env)


@test_case(
    name="misprinted_cell is a pair (row, column) (which cell it is, is checked at grading).",
    points=0,
    hidden=False,
)
def test_misprinted_cell_is_a_pair(env):
    run_visible_check("test_q1_convolution.py", "test_misprinted_cell_is_a_pair", env)


@test_case(
    name="output_size counts all positions, the first and the last included.",
    points=1,
    hidden=False,
)
def test_output_size_counts_positions(env):
    run_visible_check("test_q1_convolution.py", "test_output_size_counts_positions", env)


@test_case(
    name="zero_pad puts zeros above, below, left and right of an image.",
    points=1,
    hidden=False,
)
def test_zeros_on_all_four_sides(env):
    run_visible_check("test_q1_convolution.py", "test_zeros_on_all_four_sides", env)


@test_case(
    name="zero_pad pads every channel of every image, and adds no channels or images.",
    points=0.5,
    hidden=False,
)
def test_channels_are_padded_one_by_one(env):
    run_visible_check("test_q1_convolution.py", "test_channels_are_padded_one_by_one", env)


@test_case(
    name="conv2d slides the kernel as given, without turning it around.",
    points=1,
    hidden=False,
)
def test_kernel_is_not_flipped(env):
    run_visible_check("test_q1_convolution.py", "test_kernel_is_not_flipped", env)


@test_case(
    name="conv2d multiplies and adds at every position where the whole kernel lies on the image.",
    points=1,
    hidden=False,
)
def test_kernel_visits_every_position(env):
    run_visible_check("test_q1_convolution.py", "test_kernel_visits_every_position", env)


@test_case(
    name="With padding, the kernel also sees the zeros around the image.",
    points=1,
    hidden=False,
)
def test_outside_the_image_are_zeros(env):
    run_visible_check("test_q1_convolution.py", "test_outside_the_image_are_zeros", env)


@test_case(
    name="Padding is added on all four sides, so the output may become larger than the image.",
    points=0.5,
    hidden=False,
)
def test_padding_is_on_all_sides(env):
    run_visible_check("test_q1_convolution.py", "test_padding_is_on_all_sides", env)


@test_case(
    name="The kernel moves on by the stride in both directions, down and to the right.",
    points=1,
    hidden=False,
)
def test_stride_goes_both_ways(env):
    run_visible_check("test_q1_convolution.py", "test_stride_goes_both_ways", env)


@test_case(
    name="A last step that would take the kernel over the edge is not taken.",
    points=1,
    hidden=False,
)
def test_what_is_left_over_is_not_used(env):
    run_visible_check("test_q1_convolution.py", "test_what_is_left_over_is_not_used", env)


@test_case(
    name="Every channel has its own slice of the kernel, and a filter adds up what the channels give.",
    points=1,
    hidden=False,
)
def test_channels_are_added_up(env):
    run_visible_check("test_q1_convolution.py", "test_channels_are_added_up", env)


@test_case(
    name="Every filter gives one output channel, in the order of the filters.",
    points=1,
    hidden=False,
)
def test_every_filter_gives_a_feature_map(env):
    run_visible_check("test_q1_convolution.py", "test_every_filter_gives_a_feature_map", env)


@test_case(
    name="The images of a batch don't see each other, and stay in order.",
    points=1,
    hidden=False,
)
def test_every_image_gets_its_own_answer(env):
    run_visible_check("test_q1_convolution.py", "test_every_image_gets_its_own_answer", env)


@test_case(
    name="An image of integers with a kernel of fractions gives fractions, and bytes give large numbers.",
    points=0.5,
    hidden=False,
)
def test_whole_numbers_may_give_fractions(env):
    run_visible_check("test_q1_convolution.py", "test_whole_numbers_may_give_fractions", env)


@test_case(
    name="Neither conv2d nor zero_pad changes the arrays it is given.",
    points=0.5,
    hidden=False,
)
def test_arguments_stay_as_they_are(env):
    run_visible_check("test_q1_convolution.py", "test_arguments_stay_as_they_are", env)
