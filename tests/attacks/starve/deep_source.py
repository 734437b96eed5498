"""Is a source that the parser descends into deeply."""

eval("-" * 100_000 + "1")
