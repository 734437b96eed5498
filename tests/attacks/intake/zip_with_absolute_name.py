"""Is a zip with a member that lies at the root of the machine."""

from attack_corpus import packed

EXPECT = "outside its own folder"


def build(wrong, planted):
    return {"absolute.zip": packed({f"/tmp/{planted['mark']}-absolute.py": wrong.encode()})}
