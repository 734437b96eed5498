"""The checks of parking_meter that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="meter")
def test_coins_buy_time_that_passes(student):
    """A meter adds the time of the coins, and takes away what passes."""
    meter = student.ParkingMeter(10)
    assert_equal(meter.minutes, 0)

    meter.insert(3)
    meter.wait(5)
    assert_equal(meter.minutes, 25)
