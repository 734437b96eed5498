"""Never finishes loading."""

EXPECT = "does not finish loading"
while True:
    pass
