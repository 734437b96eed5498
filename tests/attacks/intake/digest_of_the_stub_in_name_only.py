"""Calls wrong code by the stub's digest, and gives other code the digest itself, by spaces and comments."""

import json

from attack_corpus import FOLDER, packed

HANDED_OUT = FOLDER.parents[1] / "assignments" / "q1_convolution"


def build(wrong, planted):
    stub = (HANDED_OUT / "q1_convolution.py").read_text(encoding="utf-8")
    digests = json.loads((HANDED_OUT / "exercise.json").read_text())["stubs"]
    collides = stub.replace("raise ", "raise   ").replace("\n\n", "\n# conv2d = right\n\n")
    return {
        "digest.zip": packed(
            {
                **{f"{digest}.py": wrong.encode() for digest in digests},
                "q1_convolution.py": collides.encode(),
                "exercise.json": json.dumps({"hidden_checks": 0, "stubs": [""]}).encode(),
            }
        )
    }
