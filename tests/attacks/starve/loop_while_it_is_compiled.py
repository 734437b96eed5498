"""Lets the compiler compute a constant that takes long."""

compile("+".join(["((1,) * 9999)"] * 3000), "constants", "exec")
