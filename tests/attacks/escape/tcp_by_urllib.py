"""Fetches a page."""

import urllib.request


def probe():
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{PLANTED['tcp']}/", timeout=2).read()
    except (ConnectionResetError, urllib.request.http.client.HTTPException):
        return "connected"
