"""Empty lines have numbers, too."""

RUNG = "lines"
ALSO = ("count",)
HINT = "Which number has the line below the empty one?"

with open("poem.txt") as file:
    lines = file.read().splitlines()
for number, line in enumerate(lines, 1):
    print(f"{number:>2} {line}" if line else "")
words = sum(len(line.split()) for line in lines)
print(f"{len(lines)} lines, {words} words")
with open("count.txt", "w") as file:
    print(len(lines), words, file=file)
