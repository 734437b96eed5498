"""add_up joins the texts and does not add the numbers."""

RUNG = "adding"
ALSO = ("errors",)
HINT = "What is '3' + '4'?"


def add_up():
    total = ""
    while line := input():
        total += line
    print("Total: " + (total or "0"))
