"""add_up fails when a word is typed."""

RUNG = "errors"
HINT = "Which exception does int('three') raise?"


def add_up():
    total = 0
    while line := input():
        total += int(line)
    print("Total:", total)
