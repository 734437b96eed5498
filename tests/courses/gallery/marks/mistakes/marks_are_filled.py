"""read_marks takes a missing mark for 0."""

RUNG = "reading"
ALSO = ("dates",)
HINT = "Is somebody who has no mark the same as somebody who has 0? Look for dropna."


def read_marks(stream):
    table = pd.read_csv(stream, parse_dates=["day"]).fillna({"mark": 0})
    table["passed"] = table["mark"] >= 10
    return table
