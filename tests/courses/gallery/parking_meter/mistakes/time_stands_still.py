"""The time of a meter does not pass."""

RUNG = "meter"
HINT = "Insert a coin, wait a minute, and print what is left."


class ParkingMeter:
    def __init__(self, minutes_per_coin):
        self.per_coin, self.minutes = minutes_per_coin, 0

    def insert(self, coins):
        self.minutes += coins * self.per_coin

    def wait(self, minutes):
        if minutes > self.minutes:
            self.minutes = 0
