"""Keeps all numbers, and asks with a sentence printed before."""


def add_up():
    print("Type numbers, one a line.")
    numbers = []
    while True:
        text = input()
        if text == "":
            break
        if not text.lstrip("-").isdigit():
            print(text, "is not a number!")
            continue
        numbers.append(int(text))
    print("Total:", sum(numbers))
