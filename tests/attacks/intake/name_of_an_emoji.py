"""Has the names of emoji in its file name."""


def build(wrong, planted):
    return {":bomb::smiley:.py": wrong.encode()}
