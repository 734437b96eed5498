"""Is a notebook, a zip and a script at once, by its first bytes, its end and its name."""

import io
import zipfile


def build(wrong, planted):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("q1_convolution.py", wrong)
    return {"polyglot.py": b"#!/bin/sh\n# PK\x01\x02\n" + wrong.encode() + b"\n'''" + packed.getvalue()}
