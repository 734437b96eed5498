"""Statistics of a class: pure functions of its reports. Imports `exercises` and what lies below it."""
