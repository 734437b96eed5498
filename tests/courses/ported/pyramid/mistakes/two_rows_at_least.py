"""main prints two rows for the height 1."""

RUNG = "drawing"
HINT = "Try the height 1."


def main():
    height = ""
    while height not in list("12345678"):
        height = input()
    height = max(2, int(height))
    for row in range(1, height + 1):
        print(("#" * row).rjust(height))
