"""The script takes the sum of the bill for a whole number."""

RUNG = "sharing"
HINT = "Which kind of number is 25.50?"

bill = int(input("Bill? "))
people = int(input("People? "))
print(f"Each pays {bill / people:.2f}")
