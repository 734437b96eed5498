"""countdown goes down to 0."""

RUNG = "printing"
HINT = "Which is the last number that should be printed?"


def countdown(start):
    for number in range(start, -1, -1):
        print(number)
    print("Go!")
