"""countdown prints a number before it finds out that there is none to print."""

RUNG = "printing"
HINT = "Try countdown(0)."


def countdown(start):
    while True:
        print(start)
        start -= 1
        if start <= 0:
            break
    print("Go!")
