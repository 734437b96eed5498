"""The checks of ring_buffer that only the grader has."""

from autograder.checks import assert_equal, points, raises


@points(1, rung="buffer")
def test_a_full_buffer_refuses(student):
    """write raises BufferFull and keeps what is there; after a read there is room again."""
    buffer = student.RingBuffer(1)
    buffer.write("a")
    with raises(student.BufferFull):
        buffer.write("b")
    assert_equal(buffer.read(), "a")
    buffer.write("c")
    assert_equal(buffer.read(), "c")


@points(2, rung="overwriting")
def test_the_oldest_is_overwritten(student):
    """overwrite drops the oldest item only where there is no room."""
    buffer = student.RingBuffer(2)
    for item in (1, 2, 3):
        buffer.overwrite(item)
    assert_equal(buffer.read(), 2)
    assert_equal(buffer.read(), 3)
