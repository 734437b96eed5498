"""due_date gives Saturdays and Sundays, too."""

RUNG = "dates"
HINT = "Which day of the week is due_date(date(2024, 6, 8), 1)?"


def due_date(day, weeks):
    return day + timedelta(weeks=weeks)
