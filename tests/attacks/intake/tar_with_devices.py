"""Is a tar with devices, a pipe and a sparse file in the place of scripts."""

import io
import tarfile

EXPECT = "a link"


def build(wrong, planted):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for number, kind in enumerate((tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, b"S")):
            device = tarfile.TarInfo(f"q1_convolution ({number}).py")
            device.type, device.devmajor, device.devminor = kind, 1, 5
            archive.addfile(device)
    return {"devices.tar": data.getvalue()}
