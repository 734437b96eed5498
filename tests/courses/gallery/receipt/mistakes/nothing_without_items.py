"""receipt gives an empty text if there are no items."""

RUNG = "lines"
HINT = "What is the total of nothing?"


def receipt(items):
    if not items:
        return ""
    lines = [f"{name:<12}{count:>3}{count * price / 100:>9.2f}" for name, count, price in items]
    total = sum(count * price for _, count, price in items)
    return "\n".join([*lines, "-" * 24, f"{'Total':<15}{total / 100:>9.2f}", ""])
