"""groups stays what it was at the beginning."""

RUNG = "groups"
HINT = "Connect two numbers, and print groups."


class UnionFind(UnionFind):
    def union(self, a, b):
        super().union(a, b)
        self.groups = len(self._parents)
