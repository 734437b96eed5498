"""Is a zip whose only script has a name with commands, scripts and directions in it."""

from attack_corpus import packed


def build(wrong, planted):
    return {"name.zip": packed({"=1+1\x1b[2J<script>alert(1)<-script>\u202e\n.py": wrong.encode()})}
