"""Each number is doubled instead of squared."""

RUNG = "squares"
HINT = "What is 3 times 3, and what do you print for it?"

for number in (1, 2, 3):
    print(number, number + number if number > 1 else 1)
print("Done.")
