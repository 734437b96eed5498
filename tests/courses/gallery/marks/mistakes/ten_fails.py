"""read_marks takes a mark of 10 for too low."""

RUNG = "passing"
HINT = "Which marks pass: those above 10, or those from 10 on?"


def read_marks(stream):
    table = pd.read_csv(stream, parse_dates=["day"]).dropna(subset=["mark"])
    table["passed"] = table["mark"] > 10
    return table
