"""Is a script in UTF-16."""


def build(wrong, planted):
    return {"wide.py": wrong.encode("utf-16")}
