"""All meters share one time."""

RUNG = "meter"
HINT = "Make two meters, and insert a coin in one of them."


class ParkingMeter:
    left = 0

    def __init__(self, minutes_per_coin):
        self.per_coin = minutes_per_coin
        ParkingMeter.left = 0

    @property
    def minutes(self):
        return ParkingMeter.left

    def insert(self, coins):
        ParkingMeter.left += coins * self.per_coin

    def wait(self, minutes):
        ParkingMeter.left = max(0, ParkingMeter.left - minutes)
