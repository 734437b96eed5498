"""Is a script of forty megabytes."""

EXPECT = "larger than"


def build(wrong, planted):
    return {"large.py": wrong.encode() + b"# padding\n" * 4_000_000}
