"""Each call of union makes one group less, also between numbers that are connected already."""

RUNG = "groups"
HINT = "Connect 0 with 1 two times, and print groups."


class UnionFind(UnionFind):
    def union(self, a, b):
        before = self.groups
        super().union(a, b)
        self.groups = before - 1
