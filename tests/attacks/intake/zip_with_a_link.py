"""Is a zip whose only member is a link to the answer."""

import zipfile

from attack_corpus import packed

EXPECT = "a link"


def build(wrong, planted):
    link = zipfile.ZipInfo("q1_convolution.py")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    return {"link.zip": packed({link: f"{planted['exercise']}/q1_convolution.py".encode()})}
