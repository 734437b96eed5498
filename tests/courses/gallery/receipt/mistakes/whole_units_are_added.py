"""receipt adds up sums that were rounded to one digit."""

RUNG = "sums"
HINT = "Write a receipt of three envelopes for 35 cents."


def receipt(items):
    sums = [round(count * price / 100, 1) for _, count, price in items]
    lines = [f"{name:<12}{count:>3}{total:>9.2f}" for (name, count, _), total in zip(items, sums)]
    return "\n".join([*lines, "-" * 24, f"{'Total':<15}{sum(sums):>9.2f}", ""])
