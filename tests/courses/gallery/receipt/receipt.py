"""A receipt: a long text, line by line.

Fill in every part that says 'write your answer/code here'.
"""


# %%
def receipt(items: list[tuple[str, int, int]]) -> str:
    """Return a receipt of items, each with its name, number and price in cents.

    Names take 12 places, numbers 3 and sums 9. Below a line of 24 dashes stands the total.
    """
    total = sum(count * price for _, count, price in items)
    lines = [f"{name:<12}{count:>3}{count * price / 100:>9.2f}" for name, count, price in items]
    return "\n".join([*lines, "-" * 24, f"{'Total':<15}{total / 100:>9.2f}", ""])
