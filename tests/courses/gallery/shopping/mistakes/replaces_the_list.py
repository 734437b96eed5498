"""add_item replaces the list by the new item."""

RUNG = "more"
HINT = "What is the difference between `w` and `a`?"


def add_item(item, name):
    with open(name) as file:
        number = len(file.readlines()) + 1
    with open(name, "w") as file:
        file.write(f"{number}. {item}\n")
