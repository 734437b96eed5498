"""Looks into the places where keys and passwords lie."""


def probe():
    places = ["/etc/shadow", "/etc/passwd", "~/.ssh/id_rsa", "~/.netrc", "~/.aws/credentials", "/run/secrets"]
    return first(lambda place: open(os.path.expanduser(place)).read(), PLANTED["home"] + "/.netrc", *places)
