"""Makes all lines first."""

lines = []
for row in (1, 2, 3, 4):
    cells = [str(row * column).rjust(2) for column in (1, 2, 3, 4)]
    lines.append(" ".join(cells))
print("\n".join(lines))
print(len(lines) ** 2, "products")
