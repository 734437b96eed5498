"""Uses Decimal, and asks in a function of its own."""

from decimal import Decimal


def _ask(question):
    print(question, end=" ")
    return Decimal(input())


total, number = _ask("The bill:"), _ask("How many people:")
print("Each pays", round(total / number, 2))
