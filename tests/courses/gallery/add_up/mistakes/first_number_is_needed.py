"""add_up takes for granted that the first line is a number."""

RUNG = "adding"
HINT = "Press Enter at once."


def add_up():
    total = int(input("First number? "))
    while line := input("Number? "):
        try:
            total += int(line)
        except ValueError:
            print("no number")
    print("Total:", total)
