"""read_marks leaves the days as texts."""

RUNG = "dates"
ALSO = ("passing",)
HINT = "What does table.dtypes say of the days? Look for parse_dates in pd.read_csv."


def read_marks(stream):
    table = pd.read_csv(stream).dropna(subset=["mark"])
    table["passed"] = table["mark"] >= 10
    return table
