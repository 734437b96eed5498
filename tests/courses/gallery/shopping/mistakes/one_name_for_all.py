"""save_list writes into list.txt, whatever name is asked for."""

RUNG = "list"
ALSO = ("more",)
HINT = "What is `name` for?"


def save_list(items, name):
    with open("list.txt", "w") as file:
        for number, item in enumerate(items, 1):
            file.write(f"{number}. {item}\n")
