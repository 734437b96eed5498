"""A poem with numbers: a script that reads a file and prints.

Fill in every part that says 'write your answer/code here'.
"""

# %% tags=["given"]
NAME = "poem.txt"

# %%
with open(NAME) as file:
    lines = file.read().splitlines()
number = 0
for line in lines:
    if line:
        number += 1
        print(f"{number:>2} {line}")
    else:
        print()
words = sum(len(line.split()) for line in lines)
print(f"{number} lines, {words} words")
with open("count.txt", "w") as file:
    print(number, words, file=file)
