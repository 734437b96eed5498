"""Sharing a bill: a script that asks.

Fill in every part that says 'write your answer/code here'.
"""

# %%
bill = float(input("Bill? "))
people = int(input("People? "))
print(f"Each pays {bill / people:.2f}")
