"""Is a tar with a symbolic and a hard link to the answer."""

import io
import tarfile

EXPECT = "a link"


def build(wrong, planted):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for name, kind in (
            ("q1_convolution.py", tarfile.SYMTYPE),
            ("q1_convolution (1).py", tarfile.LNKTYPE),
        ):
            link = tarfile.TarInfo(name)
            link.type, link.linkname = kind, f"{planted['exercise']}/q1_convolution.py"
            archive.addfile(link)
    return {"links.tar.gz": data.getvalue()}
