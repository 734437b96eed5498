"""A countdown: text that is printed.

Fill in every part that says 'write your answer/code here'.
"""


# %%
def countdown(start: int) -> None:
    """Print the numbers from `start` down to 1, each on its line, then "Go!"."""
    for number in range(start, 0, -1):
        print(number)
    print("Go!")
