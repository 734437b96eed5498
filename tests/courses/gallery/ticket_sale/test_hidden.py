"""The checks of ticket_sale that only the grader has."""

from autograder.checks import assert_equal, points, raises


@points(1, rung="sale")
def test_a_refused_sale_changes_nothing(student):
    """After SoldOut there are as many tickets as before, and they can be sold."""
    sale = student.TicketSale(10)
    with raises(student.SoldOut):
        sale.sell(11)

    assert_equal(sale.sell(10), 0)


@points(1, rung="message")
def test_the_message_says_how_many_are_left(student):
    """The message of SoldOut has the number of tickets that are left."""
    sale = student.TicketSale(7)
    with raises(student.SoldOut, match="7"):
        sale.sell(30)


@points(1, rung="numbers")
def test_no_tickets_can_not_be_sold(student):
    """sell raises ValueError for zero and for negative numbers."""
    sale = student.TicketSale(10)
    with raises(ValueError):
        sale.sell(0)
    with raises(ValueError):
        sale.sell(-1)
