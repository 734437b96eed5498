"""Is a script that its owner may not read; root may."""


def build(wrong, planted):
    def make(file):
        file.write_bytes(wrong.encode())
        file.chmod(0)

    return {"locked.py": make}
