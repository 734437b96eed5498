"""An exercise in its folder, and the assignments that exercises make. Imports `session` and floors below."""
