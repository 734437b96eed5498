"""due_date takes a week for ten days."""

RUNG = "dates"
HINT = "How many days has a week?"


def due_date(day, weeks):
    due = day + timedelta(days=10 * weeks)
    return due + timedelta(days=7 - due.weekday()) if due.weekday() > 4 else due
