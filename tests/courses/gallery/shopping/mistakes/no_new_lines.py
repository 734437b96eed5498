"""save_list writes all items on one line."""

RUNG = "list"
ALSO = ("more",)
HINT = "Unlike print, write ends no line for you."


def save_list(items, name):
    with open(name, "w") as file:
        for number, item in enumerate(items, 1):
            file.write(f"{number}. {item}")
