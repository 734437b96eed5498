"""Has a file name that a spreadsheet would compute."""


def build(wrong, planted):
    return {'=HYPERLINK("http:evil","40").py': wrong.encode()}
