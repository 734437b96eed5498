"""main prints a pyramid that leans on the left."""

RUNG = "drawing"
ALSO = ("asking",)
HINT = "How many spaces come before the blocks of each row?"


def main():
    height = ""
    while height not in list("12345678"):
        height = input()
    for row in range(int(height)):
        print("#" * (row + 1))
