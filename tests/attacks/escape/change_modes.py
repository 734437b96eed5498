"""Makes a file readable for everyone."""


def probe():
    os.chmod(PLANTED["victim"], 0o666)
    return "changed"
