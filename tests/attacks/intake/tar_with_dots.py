"""Is a tar with members above its own folder, by a plain name and by an extended one."""

import io
import tarfile

EXPECT = "outside its own folder"


def build(wrong, planted):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for name in ("../q1_convolution.py", f"/{'deep/' * 60}../../q1_convolution.py"):
            entry = tarfile.TarInfo(name)
            entry.size = len(wrong)
            archive.addfile(entry, io.BytesIO(wrong.encode()))
    return {"dots.tgz": data.getvalue()}
