"""Has the name of a file that the grader writes."""


def build(wrong, planted):
    return {"final_grades.csv.json.py": wrong.encode()}
