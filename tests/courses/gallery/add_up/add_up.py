"""Asking for numbers: input.

Fill in every part that says 'write your answer/code here'.
"""


# %%
def add_up() -> None:
    """Ask for whole numbers until an empty line, then print "Total: " and their sum.

    Of a line that is no number, say so, and go on.
    """
    total = 0
    while line := input("Number? "):
        try:
            total += int(line)
        except ValueError:
            print("That is no number.")
    print(f"Total: {total}")
