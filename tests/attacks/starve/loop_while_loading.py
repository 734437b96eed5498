"""Never finishes loading."""

EXPECT = "does not come back"
while True:
    pass
