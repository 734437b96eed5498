"""receipt writes the sums at the left of their places."""

RUNG = "lines"
ALSO = ("sums",)
HINT = "Compare where the points of the sums stand."


def receipt(items):
    lines = [f"{name:<12}{count:>3}{count * price / 100:<9.2f}" for name, count, price in items]
    total = sum(count * price for _, count, price in items)
    return "\n".join([*lines, "-" * 24, f"{'Total':<15}{total / 100:>9.2f}", ""])
