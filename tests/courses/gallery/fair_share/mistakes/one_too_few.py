"""The script leaves one of the people out."""

RUNG = "sharing"
HINT = "How many people are there if you count yourself, too?"

bill = float(input("Bill? "))
people = int(input("People? "))
print(f"Each pays {bill / (people - 1):.2f}")
