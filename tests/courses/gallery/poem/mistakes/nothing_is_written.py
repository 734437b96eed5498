"""count.txt is not written."""

RUNG = "count"
HINT = "Where do the two numbers have to go besides the last line?"

with open("poem.txt") as file:
    lines = file.read().splitlines()
number = 0
for line in lines:
    number += bool(line)
    print(f"{number:>2} {line}" if line else "")
print(f"{number} lines, {sum(len(line.split()) for line in lines)} words")
