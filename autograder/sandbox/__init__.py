"""Workers as the grader sees them: limits, isolation, and the proof that it holds. Imports `worker`."""
