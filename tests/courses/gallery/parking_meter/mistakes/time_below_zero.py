"""A meter goes on below zero."""

RUNG = "meter"
HINT = "Wait longer than there is time, and print what is left."


class ParkingMeter:
    def __init__(self, minutes_per_coin):
        self.per_coin, self.minutes = minutes_per_coin, 0

    def insert(self, coins):
        self.minutes += coins * self.per_coin

    def wait(self, minutes):
        self.minutes -= minutes
