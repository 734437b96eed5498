"""connected is always True."""

from union_find import UnionFind as Right

RUNG = "connections"
HINT = "Make a new UnionFind, and ask whether 0 and 1 are connected."


class UnionFind(Right):
    def connected(self, a, b):
        return True
