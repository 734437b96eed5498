"""Learning platforms, a file each."""
