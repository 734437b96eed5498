"""TicketSale raises ValueError where SoldOut is asked for."""

RUNG = "sale"
ALSO = ("message",)
HINT = "Which exception does sell(11) of ten tickets raise?"


class TicketSale:
    def __init__(self, seats):
        self.left = seats

    def sell(self, count):
        if not 1 <= count <= self.left:
            raise ValueError(f"only {self.left} left")
        self.left -= count
        return self.left
