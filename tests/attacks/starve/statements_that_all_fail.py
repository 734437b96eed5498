"""Is as long as a script may be, and each of its statements fails with a long message and a name of its own."""


def build(wrong, planted):
    lines = [f"a{number} = b('x' * 10**6)" for number in range(9_000)]
    source = "\n".join([wrong, "def b(text): raise ValueError(text)", *lines, "while True: pass"])
    return {"failing.py": source.encode()}
