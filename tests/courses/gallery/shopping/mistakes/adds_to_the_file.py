"""save_list adds to what is in the file."""

RUNG = "list"
HINT = "Save two lists under one name. What is the difference between `w` and `a`?"


def save_list(items, name):
    with open(name, "a") as file:
        for number, item in enumerate(items, 1):
            file.write(f"{number}. {item}\n")
