"""Keeps the minutes in a plain attribute, and passes them one by one."""


class ParkingMeter:
    def __init__(self, minutes_per_coin):
        self.minutes_per_coin = minutes_per_coin
        self.minutes = 0

    def insert(self, coins):
        for _ in range(coins):
            self.minutes += self.minutes_per_coin

    def wait(self, minutes):
        for _ in range(minutes):
            if self.minutes:
                self.minutes -= 1
