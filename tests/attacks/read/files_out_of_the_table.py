"""Names files of the machine in every way in which the table of files could lose its way."""

NEVER_SUCCEEDS = "a plain child process has the table of files, too"


def probe():
    secret = PLANTED["secret"].lstrip("/")
    ways = [
        f"/{secret}",
        f"//{secret}",
        f"/exercise/../{secret}",
        f"../../../../../../{secret}",
        f"/proc/self/root/{secret}",
        f"/proc/self/cwd/../{secret}",
        f"/tmp/../{secret}",
        f"./.././{secret}/.",
        f"file:///{secret}",
        f"{secret}\0.csv",
        "/proc/self/environ",
        "/proc/self/mem",
        "/proc/1/environ",
        "/dev/fd/3",
        "/dev/mem",
        "/dev/stdin",
    ]
    paths = [*ways, *(way.encode() for way in ways), *(type("Path", (str,), {})(way) for way in ways)]
    return first(lambda path: SERVED["open"](path, "rb").read(4096), *paths)
