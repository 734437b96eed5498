"""receipt leaves out zeros at the end of sums."""

RUNG = "sums"
ALSO = ("lines",)
HINT = "How does your receipt write 2.50?"


def receipt(items):
    lines = [f"{name:<12}{count:>3}{count * price / 100:>9}" for name, count, price in items]
    total = sum(count * price for _, count, price in items)
    return "\n".join([*lines, "-" * 24, f"{'Total':<15}{total / 100:>9}", ""])
