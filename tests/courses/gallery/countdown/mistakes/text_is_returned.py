"""countdown returns the text and prints nothing."""

RUNG = "printing"
HINT = "Call countdown(3) in a file, and run the file. What do you see?"


def countdown(start):
    return "".join(f"{number}\n" for number in range(start, 0, -1)) + "Go!\n"
