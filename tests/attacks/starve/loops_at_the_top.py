"""Has two hundred loops at its top, each of which would be left out if a worker were started for it."""

EXPECT = "does not finish loading"
for number in range(200):
    pass
while number:
    pass
while number:
    pass
exec("while number: pass\n" * 200)
