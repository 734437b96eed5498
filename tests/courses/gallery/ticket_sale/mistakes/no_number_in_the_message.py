"""The message of SoldOut does not say how many tickets are left."""

RUNG = "message"
HINT = "Let sell raise SoldOut, and read its message."


class TicketSale:
    def __init__(self, seats):
        self.left = seats

    def sell(self, count):
        if count < 1:
            raise ValueError
        if count > self.left:
            raise SoldOut("sold out")
        self.left -= count
        return self.left
