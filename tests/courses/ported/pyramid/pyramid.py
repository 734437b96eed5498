"""A pyramid of blocks, as high as the user says.

Fill in every part that says 'write your answer/code here'.
"""


# %%
def main() -> None:
    """Ask for a height from 1 to 8 until there is one, then print a pyramid that leans on the right."""
    height = ""
    while height not in list("12345678"):
        height = input("Height: ")
    for row in range(1, int(height) + 1):
        print(" " * (int(height) - row) + "#" * row)
