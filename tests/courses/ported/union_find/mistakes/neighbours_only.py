"""connected sees numbers only that were connected directly."""

RUNG = "connections"
HINT = "Connect 0 with 1 and 1 with 2. Are 0 and 2 connected?"


class UnionFind(UnionFind):
    def union(self, a, b):
        super().union(a, b)
        self.__dict__.setdefault("pairs", set()).add(frozenset((a, b)))

    def connected(self, a, b):
        return frozenset((a, b)) in self.__dict__.get("pairs", ())
