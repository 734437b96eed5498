"""Raises a subclass of SoldOut, and of ValueError."""


class TooMany(SoldOut):
    def __init__(self, wanted, left):
        super().__init__(f"{wanted} wanted, {left} left")


class NoNumber(ValueError):
    pass


class TicketSale:
    def __init__(self, seats):
        self.left = seats

    def sell(self, count):
        if count <= 0:
            raise NoNumber
        if self.left - count < 0:
            raise TooMany(count, self.left)
        self.left -= count
        return self.left
