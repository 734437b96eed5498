"""Has a file name that is a path on other systems."""


def build(wrong, planted):
    return {"a\\..\\..\\results\\C:\\final_grades.csv%2e%2e%2f.py": wrong.encode()}
