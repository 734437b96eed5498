"""Leaves a thread and a timer behind that write results when nobody looks."""

import threading
import time


def probe():
    def write():
        time.sleep(1)
        open(f"/tmp/{PLANTED['mark']}-later.json", "w").close()

    thread = threading.Thread(target=write, daemon=False)
    thread.start()
    return thread.ident
