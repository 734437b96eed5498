"""Is a zip with a link to the answer that says it was made on another system."""

import zipfile

from attack_corpus import packed


def build(wrong, planted):
    link = zipfile.ZipInfo("q1_convolution.py")
    link.create_system, link.external_attr = 0, 0o120777 << 16
    return {"link.zip": packed({link: f"{planted['exercise']}/q1_convolution.py".encode()})}
