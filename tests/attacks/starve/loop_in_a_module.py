"""Never finishes loading a module that it brings along, in each of its imports."""

from attack_corpus import packed


def build(wrong, planted):
    script = "import slow\nimport slower\nfrom slow import *\n" + wrong
    modules = {"slow.py": b"while True: pass\n", "slower.py": b"import slow\nwhile True: pass\n"}
    return {"slow.zip": packed({"q1_convolution.py": script.encode(), **modules})}
