"""Starts a thread that runs beside the one it comes from."""

import threading


def probe():
    found = []
    thread = threading.Thread(target=lambda: found.append(threading.get_ident()))
    thread.start()
    thread.join()
    return [one for one in found if one != threading.get_ident()]
