"""The last line counts letters instead of words."""

RUNG = "count"
HINT = "What does split() give?"

with open("poem.txt") as file:
    lines = file.read().splitlines()
number = 0
for line in lines:
    number += bool(line)
    print(f"{number:>2} {line}" if line else "")
print(f"{number} lines, {sum(map(len, lines))} words")
with open("count.txt", "w") as file:
    print(number, sum(len(line.split()) for line in lines), file=file)
