"""Has a file name that is nothing but dots, once its ending is off."""

NO_SUBMISSION = True


def build(wrong, planted):
    return {"...py": wrong.encode()}
