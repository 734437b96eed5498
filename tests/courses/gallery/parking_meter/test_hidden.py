"""The checks of parking_meter that only the grader has."""

from autograder.checks import assert_equal, points


@points(1, rung="meter")
def test_there_is_never_less_than_no_time(student):
    """After more minutes than were left, the meter begins at zero."""
    meter = student.ParkingMeter(10)
    meter.insert(1)
    meter.wait(60)
    assert_equal(meter.minutes, 0)

    meter.insert(1)
    assert_equal(meter.minutes, 10)


@points(1, rung="meter")
def test_each_meter_has_its_own_time(student):
    """A coin in one meter leaves another one as it is."""
    one, other = student.ParkingMeter(10), student.ParkingMeter(15)
    one.insert(1)

    assert_equal(other.minutes, 0)
    assert_equal(one.minutes, 10)
