"""Asks the system for its users."""

import pwd


def probe():
    return [user.pw_dir for user in pwd.getpwall()]
