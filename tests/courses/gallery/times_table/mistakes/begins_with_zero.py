"""The table begins with zero."""

RUNG = "table"
HINT = "Which numbers does range(4) give?"

SIZE = 4
for row in range(SIZE):
    print(" ".join(f"{row * column:>2}" for column in range(SIZE)))
print(f"{SIZE * SIZE} products")
