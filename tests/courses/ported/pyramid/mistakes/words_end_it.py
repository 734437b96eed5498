"""main fails when something is typed that is no number."""

RUNG = "asking"
HINT = "Type a word."


def main():
    height = 0
    while not 1 <= height <= 8:
        height = int(input())
    for row in range(1, height + 1):
        print(("#" * row).rjust(height))
