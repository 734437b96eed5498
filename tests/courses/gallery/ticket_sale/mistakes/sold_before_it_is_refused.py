"""TicketSale takes the tickets away, and only then finds out that there are too few."""

RUNG = "sale"
HINT = "How many tickets are left after SoldOut?"


class TicketSale:
    def __init__(self, seats):
        self.left = seats

    def sell(self, count):
        if count < 1:
            raise ValueError
        self.left -= count
        if self.left < 0:
            raise SoldOut(f"only {self.left + count} left")
        return self.left
