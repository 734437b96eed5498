"""The checks of ticket_sale that come with the exercise."""

from autograder.checks import assert_equal, points, raises


@points(1, rung="sale")
def test_too_many_tickets_are_not_sold(student):
    """sell returns what is left, and raises SoldOut if that is too little."""
    sale = student.TicketSale(10)
    assert_equal(sale.sell(8), 2)
    with raises(student.SoldOut):
        sale.sell(3)
