"""Is a zip with the name of a notebook."""

EXPECT = "no notebook"


def build(wrong, planted):
    return {"packed.ipynb": b"PK\x03\x04" + b"\0" * 100}
