"""Every row of the table is the first one."""

RUNG = "table"
HINT = "What has to change from row to row?"

SIZE = 4
for row in range(1, SIZE + 1):
    print(" ".join(f"{column:>2}" for column in range(1, SIZE + 1)))
print(f"{SIZE * SIZE} products")
