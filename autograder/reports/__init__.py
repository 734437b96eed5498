"""Views of reports: files, pages, the terminal. Imports `exercises` and what lies below it."""
