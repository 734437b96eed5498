"""Makes all lines first."""

from pathlib import Path

text = Path("poem.txt").read_text()
full = [line for line in text.split("\n") if line]
for line in text.removesuffix("\n").split("\n"):
    print(str(full.index(line) + 1).rjust(2) + " " + line if line else "")
print(len(full), "lines,", len(text.split()), "words")
Path("count.txt").write_text(f"{len(full)} {len(text.split())}\n")
