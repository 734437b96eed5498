"""Is a notebook whose magics would run shells, write files and load extensions."""

import json


def build(wrong, planted):
    touch = f"touch /tmp/{planted['mark']}-magic"
    sources = [
        wrong,
        f"!{touch}",
        f"%%bash\n{touch}",
        f"%system {touch}",
        f"%%writefile /tmp/{planted['mark']}-written\nx",
        "%load_ext evil",
        "%run evil.py",
    ]
    return {
        "magics.ipynb": json.dumps(
            {"cells": [{"cell_type": "code", "source": source} for source in sources]}
        ).encode()
    }
