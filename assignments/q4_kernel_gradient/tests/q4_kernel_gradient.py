"""The visible checks of q4_kernel_gradient for otter; they are written in test_visible.py."""

from otter.test_files import test_case

from autograder.students.otter_checks import run_visible_check

OK_FORMAT = False

name = "q4_kernel_gradient"
points = None


@test_case(
    name="coefficients[a][b] is a 2x2 table for each of the four kernel weights (the numbers are checked when your work is graded).",
    points=0,
    hidden=False,
)
def test_coefficients_are_four_tables(env):
    run_visible_check("test_visible.py", "test_coefficients_are_four_tables", env)


@test_case(
    name="When the loss depends on a single output, the gradient is the part of the image which that output looked at.",
    points=1.5,
    hidden=False,
)
def test_one_output_hands_on_its_window(env):
    run_visible_check("test_visible.py", "test_one_output_hands_on_its_window", env)


@test_case(
    name="The gradient adds up what every output contributes, each as strongly as its upstream gradient says.",
    points=1,
    hidden=False,
)
def test_every_output_adds_its_share(env):
    run_visible_check("test_visible.py", "test_every_output_adds_its_share", env)


@test_case(
    name="The gradient is right for outputs of another size than the kernel, too.",
    points=1,
    hidden=False,
)
def test_output_may_be_larger_than_the_kernel(env):
    run_visible_check("test_visible.py", "test_output_may_be_larger_than_the_kernel", env)


@test_case(
    name="conv2d_kernel_grad gives its answer without changing the arrays it was called with.",
    points=0.5,
    hidden=False,
)
def test_arguments_stay_as_they_are(env):
    run_visible_check("test_visible.py", "test_arguments_stay_as_they_are", env)


@test_case(
    name="Every filter has a gradient of its own for every channel of the image.",
    points=1,
    hidden=False,
)
def test_each_filter_meets_each_channel(env):
    run_visible_check("test_visible.py", "test_each_filter_meets_each_channel", env)


@test_case(
    name="All images of a batch add to the gradient, each with its own upstream gradient.",
    points=0.5,
    hidden=False,
)
def test_images_of_a_batch_add_up(env):
    run_visible_check("test_visible.py", "test_images_of_a_batch_add_up", env)


@test_case(
    name="With padding, the kernel's weights also met the zeros around the image.",
    points=1,
    hidden=False,
)
def test_padding_belongs_to_the_image(env):
    run_visible_check("test_visible.py", "test_padding_belongs_to_the_image", env)


@test_case(
    name="With stride 2, the windows lie two pixels apart.",
    points=0.5,
    hidden=False,
)
def test_stride_spreads_the_windows(env):
    run_visible_check("test_visible.py", "test_stride_spreads_the_windows", env)


@test_case(
    name="A last column which no window touches has no influence on the gradient.",
    points=0.5,
    hidden=False,
)
def test_leftover_pixels_do_not_count(env):
    run_visible_check("test_visible.py", "test_leftover_pixels_do_not_count", env)
