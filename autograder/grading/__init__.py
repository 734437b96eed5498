"""One submission -> Report. Imports `exercises` and what lies below it."""
