"""TicketSale sells a negative number of tickets."""

RUNG = "numbers"
HINT = "What does sell(-1) do?"


class TicketSale:
    def __init__(self, seats):
        self.left = seats

    def sell(self, count):
        if count > self.left:
            raise SoldOut(f"only {self.left} left")
        self.left -= count
        return self.left
