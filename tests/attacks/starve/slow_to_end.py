"""Takes long to clean up when it ends."""

import atexit


class Slow:
    def __del__(self):
        while True:
            pass


kept = Slow()
atexit.register(lambda: Slow().__del__())
sys.exitfunc = kept.__del__
