"""The checks of ring_buffer that come with the exercise."""

from autograder.checks import assert_equal, points, raises


@points(1, rung="buffer")
def test_the_oldest_comes_first(student):
    """read takes out the items in the order in which they were written."""
    buffer = student.RingBuffer(2)
    buffer.write(1)
    buffer.write(2)
    assert_equal(buffer.read(), 1)
    assert_equal(buffer.read(), 2)
    with raises(student.BufferEmpty):
        buffer.read()
