"""Is a packed tar of 300 MB of nothing."""

import gzip

EXPECT = "too large"


def build(wrong, planted):
    return {"bomb.tar.gz": gzip.compress(bytes(300_000_000), 1)}
