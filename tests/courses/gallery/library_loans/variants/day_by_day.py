"""Goes on day by day, and divides fractions."""


def due_date(day, weeks):
    day = date.fromordinal(day.toordinal() + 7 * weeks)
    while day.isoweekday() in (6, 7):
        day += timedelta(1)
    return day


def shares(parts):
    whole = sum(map(Fraction, parts))
    return tuple(Fraction(part) / whole for part in parts)
