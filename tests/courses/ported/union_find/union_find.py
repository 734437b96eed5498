"""Which things are connected?

Fill in every part that says 'write your answer/code here'.
"""


# %%
class UnionFind:
    """Numbers from 0 to `size` - 1, of which some become connected."""

    def __init__(self, size: int) -> None:
        """Begin with every number alone."""
        self._parents = list(range(size))
        self.groups = size

    def _root(self, number: int) -> int:
        while self._parents[number] != number:
            self._parents[number] = number = self._parents[self._parents[number]]
        return number

    def union(self, a: int, b: int) -> None:
        """Connect two numbers, and all that are connected to them."""
        a, b = self._root(a), self._root(b)
        self._parents[a] = b
        self.groups -= a != b

    def connected(self, a: int, b: int) -> bool:
        """Whether two numbers are connected, over any number of others."""
        return self._root(a) == self._root(b)
