"""Is a zip with the name of a notebook."""

EXPECT = "whatever its name says"


def build(wrong, planted):
    return {"packed.ipynb": b"PK\x03\x04" + b"\0" * 100}
