"""Is a zip whose members have names with commands, scripts and directions in them."""

from attack_corpus import packed

EXPECT = "exactly one"


def build(wrong, planted):
    names = (
        "\x1b[2J40.py",
        "<script>alert(1)<-script>.py",
        "\u202eyp.04.py",
        "=1+1.py",
        "con.py",
        "a" * 900 + ".py",
    )
    return {"names.zip": packed({name: f"{wrong}\nx = {name!a}\n".encode() for name in names})}
