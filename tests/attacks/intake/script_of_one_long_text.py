"""Is a script of a text that says how deep it is, two hundred kilobytes of it."""


def build(wrong, planted):
    return {"text.py": wrong.encode() + b'\nx = f"' + b"{1}" * 80_000 + b'"\n'}
