"""The first number is 0."""

RUNG = "squares"
HINT = "Which numbers does range(3) give?"

for number in range(3):
    print(number, number * number)
print("Done.")
